"""The span of days a figure speaks of."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From the first day to the last, both included."""

    first: date
    last: date

    @classmethod
    def of_year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def year(self) -> int:
        """The year in which the period ends."""
        return self.last.year

    def __str__(self) -> str:
        if self == Period.of_year(self.year):
            return f"{self.year} 年"
        return f"{self.first} 至 {self.last}"
