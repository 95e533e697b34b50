"""Values that were read with doubt: shown wherever they are met, and never part of a sum in silence."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from jiping.domain.place import Place


class Confidence(StrEnum):
    """How far a doubtful reading may be trusted; what is not doubtful needs no mark."""

    MEDIUM = "medium"
    LOW = "low"


class Figure(StrEnum):
    """The figures that scores and sums rest on, whether they stand in a row, a budget line, a total or the text."""

    WEIGHT = "weight"
    SCORE = "score"
    TARGET = "target"
    ACTUAL = "actual"
    MONEY = "money"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that was read with doubt: `where` in the filer's words, `text` as read, `why` for a person.

    `where` is the name of the indicator or budget line if it is of one. `figures` tells which figures it makes
    doubtful there, none for a mere name.
    """

    where: str
    text: str
    why: str
    confidence: Confidence
    place: Place | None = None
    figures: tuple[Figure, ...] = ()

    @property
    def is_low(self) -> bool:
        """True when nothing may be computed from it."""
        return self.confidence is Confidence.LOW

    def __str__(self) -> str:
        spot = "" if self.place is None else f"（{self.place}）"
        return f"“{self.where}”一处读出的“{self.text}”{'没有把握' if self.is_low else '宜核对'}{spot}"


def unsure(doubts: Iterable[Doubt], figures: Collection[Figure]) -> tuple[Doubt, ...]:
    """Return the doubts that forbid computing with any of `figures`."""
    return tuple(each for each in doubts if each.is_low and any(figure in figures for figure in each.figures))


def told(doubts: Collection[Doubt]) -> str:
    """Return the first doubt as a clause, with the number of all where there are more."""
    more = f"，共 {len(doubts)} 处" if len(doubts) > 1 else ""
    return f"{next(iter(doubts))}{more}"
