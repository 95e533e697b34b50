"""A personal account through one year: what was there, what came in, and the interest, rounded once.

    monthly  月积数法    B₁ = B₀(1 + r·m/12) + C + (r/12)·Σ cₖ(m − k + 1)
    yearly   年度计算法  B₁ = B₀(1 + r) + C(1 + r·1.083·½)
    none     当年不计息  B₁ = B₀(1 + r·m/12) + C

m is 12, or the month in which the account stopped earning; a year cut short is always counted by months.

One fraction carries the whole year: everything is brought over 12·D, D being the denominator of the rate, half of it is
added and one division takes the floor. The opening stands in it once, so that years chain without growing. Engines
divide in double precision, which is exact here: with rates of two decimals, balances below the schema's maximum and less
than half a million yuan credited in a year every dividend stays below 2⁵².
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

    @property
    def parts(self) -> int:
        """Return into how many parts of a month the method divides."""
        return (MONTHS * self.mean).denominator if self.by == "yearly" else 1


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
    return settled(weighed(year, rate, method), rate, method)


def weighed(year: Year, rate: Fraction, method: Method) -> IntegerValue:
    """Return what the credits of `year` come to with their interest, over 12·D and the parts of the method.

    What a whole year comes to is the sum of what its credits come to one by one.
    """
    over = MONTHS * rate.denominator * method.parts
    return year.principal * over + _earned(year, method) * rate.numerator


def settled(weight: IntegerValue, rate: Fraction, method: Method) -> IntegerValue:
    """Return `weight` over 12·D alone, with the half that rounds; see `weighed` and `brought`."""
    halved = weight + MONTHS * rate.denominator * method.parts // 2
    return halved if method.parts == 1 else halved // method.parts


def carried(
    opening: IntegerValue, added: IntegerValue, rate: Fraction, months: IntegerValue | int = MONTHS
) -> IntegerValue:
    """Return the balance of `opening` with its interest of `months` and the numerator `added`; see `brought`."""
    over = MONTHS * rate.denominator
    return ((opening * (over + rate.numerator * months) + added) // over).cast("int64")


def _earned(year: Year, method: Method) -> IntegerValue:
    """Return the fen times months that the year's credits earn interest for, over the parts of the method."""
    if method.by == "none":
        return ibis.literal(0, "int64")
    if method.by == "monthly":
        return year.product
    by_months = year.product * method.parts
    return ibis.ifelse(year.months == MONTHS, year.principal * (MONTHS * method.mean).numerator, by_months)
