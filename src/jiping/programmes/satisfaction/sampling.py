"""How many to ask, and how far the answer may be off. Exact arithmetic; the only rounding is named."""

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from jiping.rulepack.pack import RulePack

_DIGITS = 28


@dataclass(frozen=True, slots=True)
class Precision:
    """What is asked of a survey: quantile of its confidence, expected share, allowed error (0.05 is 5 points)."""

    z: Decimal
    share: Decimal
    margin: Decimal

    @classmethod
    def of(cls, pack: RulePack) -> "Precision":
        named = pack.thresholds
        return cls(named["sv_z"], named["sv_expected_share"], named["sv_margin"])

    @property
    def from_infinity(self) -> Fraction:
        """How many answers an endless population needs, not rounded: z²p(1−p)/e²."""
        z, share, margin = Fraction(self.z), Fraction(self.share), Fraction(self.margin)
        return z * z * share * (1 - share) / (margin * margin)


def sample_size(population: int, precision: Precision) -> int:
    """Return how many of `population` must answer, rounded up: n0 / (1 + (n0 − 1)/N); of nobody none.

    Whole numbers only, so that an expression over a column of populations may be passed as well.
    """
    endless = precision.from_infinity
    upper, lower = endless.numerator, endless.denominator
    least = lower * population + upper - lower
    return (upper * population + least - 1) // least


def interval(satisfied: int, answers: int, population: int, z: Decimal) -> tuple[Decimal, Decimal]:
    """Return between which shares the whole population lies: Wilson's interval, corrected for its finite size.

    0 ≤ satisfied ≤ answers ≤ population, and answers > 0. Of n answers among N, n(N−1)/(N−n) count, so that all
    having answered leaves no doubt. Both bounds are in [0, 1], to 28 digits.
    """
    with localcontext() as context:
        context.prec = _DIGITS
        share = Decimal(satisfied) / answers
        if answers == population:
            return share, share
        counted = Decimal(answers) * (population - 1) / (population - answers)
        doubt = z * z / counted
        middle = share + doubt / 2
        reach = (doubt * (share * (1 - share) + doubt / 4)).sqrt()
        return max(Decimal(0), (middle - reach) / (1 + doubt)), min(Decimal(1), (middle + reach) / (1 + doubt))
