"""How the units' own scores lie: a small drawing of bars, and the sentence beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

FULL = 100
_BINS = ((0, 84, "<85"), (85, 89, "85"), *((points, points, str(points)) for points in range(90, FULL + 1)))
_NAMED = frozenset({"<85", "85", "90", "95", "98", "99", "100"})  # the others would not fit below their bars
_STEP, _WIDTH, _HIGH, _FLOOR = 16, 13, 40, 52  # of the drawing: from bar to bar, a bar, the tallest, where all stand


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the histogram, by whole points of the unit's own score, at its place in the drawing."""

    label: str
    number: int
    height: int
    among_the_most: bool
    left: int

    @property
    def top(self) -> int:
        return _FLOOR - self.height

    @property
    def above(self) -> int:
        """Where the number stands."""
        return self.top - 3

    @property
    def middle(self) -> int:
        return self.left + _WIDTH // 2

    @property
    def axis(self) -> str:
        return self.label if self.label in _NAMED else ""


@dataclass(frozen=True)
class Histogram:
    """Numbers of filings by the whole points of their scores; whoever lies above the full mark stands with it."""

    points: Mapping[int, int]

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """The bars, lowest points first; the two neighbours that hold most are marked."""
        numbers = [self._between(low, high) for low, high, _ in _BINS]
        tallest, first = max(numbers), _crowded(numbers)
        return tuple(
            Bar(label, number, _high(number, tallest), bool(number) and at in (first, first + 1), at * _STEP)
            for at, (number, (_, _, label)) in enumerate(zip(numbers, _BINS, strict=True))
        )

    @property
    def crowd(self) -> tuple[str, Decimal] | None:
        """What the two fullest neighbours are called, and how many per cent of the scored filings they hold."""
        most = [each for each in self.bars if each.among_the_most]
        if not most:
            return None
        held, scored = sum(each.number for each in most), sum(each.number for each in self.bars)
        return "–".join(each.label for each in most), Decimal(held * 100) / scored

    def _between(self, low: int, high: int) -> int:
        top = high == FULL
        return sum(number for points, number in self.points.items() if low <= points and (top or points <= high))


def _crowded(numbers: list[int]) -> int:
    return max(range(len(numbers) - 1), key=lambda at: numbers[at] + numbers[at + 1])


def _high(number: int, tallest: int) -> int:
    return max(1, number * _HIGH // tallest) if number else 0
