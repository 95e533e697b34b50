"""The rate an account earns in a year (记账利率), and whether it was known when the statement was due."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import cast

from jiping.datasets.question import Question
from jiping.domain.errors import PackFault
from jiping.programmes.personal_statement.business_year import deadline
from jiping.programmes.personal_statement.choices import choice
from jiping.rulepack.table import Row, number

_TABLE = "ps_interest_rates"
_PLACES = 2  # decimals of a percentage


@dataclass(frozen=True, slots=True)
class Rate:
    """`share` of the money a year. `year` is the one it was published for; `provisional` means another year's stands in."""

    year: int
    percent: Decimal
    provisional: bool = False

    @property
    def share(self) -> Fraction:
        """What one fen earns in a whole year."""
        return Fraction(self.percent) / 100

    @property
    def stated(self) -> str:
        """The share written out, for a decimal column."""
        return f"{self.percent.scaleb(-2):f}"


def statement_rate(question: Question, on: date | None = None) -> Rate | None:
    """Return the rate printed on the statements of the period; None where the pack leaves interest blank until it is known.

    Known is what was published by the day `on`; None: by the day the statements are due, so that without a day they read
    the same whenever they are printed again. Raises PackFault when nothing had been published by then.
    """
    day = on or deadline(question)
    published = [row for row in question.pack.table(_TABLE) if cast("date", row["published_on"]) <= day]
    own = [row for row in published if number(row, "rate_year") == question.period.year]
    if own:
        return _rate(own[0])
    if choice(question, "ps_interest_policy") == "blank":
        return None
    earlier = [row for row in published if number(row, "rate_year") < question.period.year]
    if not earlier:
        raise _unknown(question, question.period.year)
    return _rate(max(earlier, key=lambda row: number(row, "rate_year")), provisional=True)


def rate_of(year: int, question: Question) -> Rate:
    """Return the rate published for `year`, whenever that was. Raises PackFault for a year without one."""
    for row in question.pack.table(_TABLE):
        if number(row, "rate_year") == year:
            return _rate(row)
    raise _unknown(question, year)


def _rate(row: Row, *, provisional: bool = False) -> Rate:
    year, percent = int(number(row, "rate_year")), number(row, "percent")
    if percent < 0 or percent != round(percent, _PLACES):
        raise PackFault(
            f"{year} 年的记账利率写的是 {percent}%。",
            why="记账利率公布到百分数的两位小数；位数再多，全县的利息就不能保证分毫不差。",
            remedy=f"请在规则包的 {_TABLE} 中改写，例如 2.62。",
        )
    return Rate(year, percent, provisional)


def _unknown(question: Question, year: int) -> PackFault:
    return PackFault(
        f"规则包“{question.pack.title}”没有 {year} 年可用的记账利率。",
        why="2016 年以前的利率由各地公布，不能推算。",
        remedy=f"请在规则包的 {_TABLE} 中补上这一年的利率和公布日期。",
    )
