"""Working days: weekdays that are no public holiday, and the days off that are worked to make up for one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from jiping.domain.errors import OutsideDates

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days off work from `first` to `last`: what is arranged for other years is not known and not guessed.

    `holidays` may fall on weekends too; `make_up_days` are weekend days that are worked.
    """

    holidays: frozenset[date]
    make_up_days: frozenset[date]
    first: date
    last: date

    def is_working_day(self, day: date) -> bool:
        """Tell whether offices are open. Raises OutsideDates for a day the calendar does not reach."""
        if not self.first <= day <= self.last:
            raise OutsideDates(
                f"{day} 不在已知的放假安排之内：目前只有 {self.first} 至 {self.last}。",
                why="法定节假日和调休每年另行通知，不能推算工作日。",
                remedy=f"请在规则包的 calendar.yaml 中补上 {day.year} 年的放假安排，或自行写明期限的日期。",
            )
        return day in self.make_up_days or (day.weekday() < _SATURDAY and day not in self.holidays)

    def add_working_days(self, start: date, days: int) -> date:
        """Return the last day of a term of `days` working days that runs from `start`.

        The day a term begins is not counted: one working day from a Monday ends on the Tuesday. None from a day is
        that day, working or not. Raises OutsideDates when the term leaves the calendar.
        """
        return next(islice(self._working_days_after(start), days - 1, None)) if days else start

    def working_days_between(self, start: date, end: date) -> int:
        """Return how many working days lie after `start` up to and with `end`; 0 when `end` is not after `start`.

        Raises OutsideDates when one of the days counted is outside the calendar.
        """
        span = range(1, (end - start).days + 1)
        return sum(self.is_working_day(start + each * _DAY) for each in span)

    def _working_days_after(self, start: date) -> Iterator[date]:
        day = start
        while True:
            day += _DAY
            if self.is_working_day(day):
                yield day
