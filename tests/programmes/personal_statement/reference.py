"""One person's account, year by year, as the rules read: money in yuan, one rounding a year, half up to the fen."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext

FEN = Decimal("0.01")
TWELVE = 12


def closing_balance(
    opening: Decimal, credited: Mapping[int, Decimal], percent: Decimal, method: str, months: int = TWELVE
) -> Decimal:
    """Return the balance at the end of a year. `credited` is what was credited for each month (1 to 12)."""
    with localcontext(prec=60):
        rate = percent / 100
        principal = sum(credited.values(), Decimal(0))
        on_opening = opening * rate * months / TWELVE
        if method == "none":
            on_credits = Decimal(0)
        elif method == "yearly" and months == TWELVE:
            on_credits = principal * rate * Decimal("1.083") / 2
        else:
            there = {month: max(0, months - month + 1) for month in credited}
            on_credits = sum((credited[month] * there[month] for month in credited), Decimal(0)) * rate / TWELVE
        return (opening + principal + on_opening + on_credits).quantize(FEN, ROUND_HALF_UP)


def balances(
    opening: Decimal, credited: Mapping[tuple[int, int], Decimal], percents: Mapping[int, Decimal], method: str
) -> dict[int, Decimal]:
    """Return the balance at the end of each year of `percents`. `credited` are keyed by year and month."""
    found = {}
    balance = opening
    for year, percent in sorted(percents.items()):
        of_the_year = {month: amount for (when, month), amount in credited.items() if when == year}
        balance = closing_balance(balance, of_the_year, percent, method)
        found[year] = balance
    return found
