"""A personal account through one year: what was there, what came in, and the interest, rounded once.

    monthly  月积数法    B₁ = B₀(1 + r·m/12) + C + (r/12)·Σ cₖ(m − k + 1)
    yearly   年度计算法  B₁ = B₀(1 + r) + C(1 + r·1.083·½)
    none     当年不计息  B₁ = B₀(1 + r·m/12) + C

m is 12, or the month in which the account stopped earning; a year cut short is always counted by months.

One fraction carries the whole year: everything is brought over 12·D, D being the denominator of the rate, half of it is
added and one division takes the floor. The opening stands in it once, so that years chain without growing. Engines
divide in double precision, which is exact here: with rates of two decimals and balances below the schema's maximum every
dividend stays below 2⁵².
"""

from dataclasses import dataclass
from fractions import Fraction

import ibis
from ibis.expr.types import IntegerValue

from jiping.datasets.question import Question
from jiping.programmes.personal_statement.choices import choice

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Method:
    """How contributions of the year earn: by months, or all of them `mean` of a year, or not at all."""

    by: str
    mean: Fraction


def method_of(question: Question) -> Method:
    return Method(
        str(choice(question, "ps_interest_method")), Fraction(question.pack.thresholds["ps_yearly_factor"]) / 2
    )


@dataclass(frozen=True, slots=True)
class Year:
    """What a year brings: `principal` credited, `product` each credit times the months it was there (积数), and `months`,
    how long the account earned. Money is fen.
    """

    principal: IntegerValue
    product: IntegerValue
    months: IntegerValue | int = MONTHS


def closing(opening: IntegerValue, year: Year, rate: Fraction, method: Method) -> IntegerValue:
    """Return the balance at the end of a year that began with `opening`, in fen; `rate` is the share a whole year earns."""
    return carried(opening, brought(year, rate, method), rate, year.months)


def brought(year: Year, rate: Fraction, method: Method) -> IntegerValue:
    """Return the numerator of what the year adds, over 12·D: its credits with their interest, and the half that rounds."""
    over = MONTHS * rate.denominator
    earned, parts = _earned(year, method)
    return year.principal * over + (earned * rate.numerator + parts * over // 2) // parts


def carried(
    opening: IntegerValue, added: IntegerValue, rate: Fraction, months: IntegerValue | int = MONTHS
) -> IntegerValue:
    """Return the balance of `opening` with its interest of `months` and the numerator `added`; see `brought`."""
    over = MONTHS * rate.denominator
    return ((opening * (over + rate.numerator * months) + added) // over).cast("int64")


def rounding(rate: Fraction) -> int:
    """Return what `brought` comes to in a year without credits: the half that rounds."""
    return MONTHS * rate.denominator // 2


def _earned(year: Year, method: Method) -> tuple[IntegerValue, int]:
    """Return the fen times months that the year's credits earn interest for, as a numerator and its denominator."""
    if method.by == "none":
        return ibis.literal(0, "int64"), 1
    if method.by == "monthly":
        return year.product, 1
    mean = MONTHS * method.mean
    by_months = year.product * mean.denominator
    return ibis.ifelse(year.months == MONTHS, year.principal * mean.numerator, by_months), mean.denominator
