"""Days in the ledger run as things do: nothing is booked on a day before what it follows."""

from datetime import date

from jiping.domain.errors import JipingError


def require_after(on: date, what: str, earlier: str, booked: str) -> None:
    """Raise JipingError when `what` is said to happen before the `earlier` day of what is `booked` already."""
    if on < date.fromisoformat(earlier):
        raise JipingError(
            f"{what}的日期 {on} 早于{booked}的日期 {earlier}。",
            why="日期写反了，台账的先后就对不上。",
            remedy="请核对 --on 写的日期。",
        )
