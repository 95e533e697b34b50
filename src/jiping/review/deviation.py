"""How far a unit's score lies from the reviewed one, and which class that is."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import number

INCOMPUTABLE = "无法计算"


@dataclass(frozen=True, slots=True)
class Deviation:
    """(own − reviewed) ÷ own. `rate` is None where the unit gave itself nothing and the reviewer something."""

    own: Decimal
    reviewed: Decimal
    rate: Fraction | None
    kind: str

    @property
    def arithmetic(self) -> str:
        if self.rate is None:
            return f"自评 {plain(self.own)} 分，不能作除数"
        return f"（{plain(self.own)}−{plain(self.reviewed)}）÷{plain(self.own)}={percent(self.rate)}"


def deviation(own: Decimal, reviewed: Decimal, pack: RulePack) -> Deviation:
    """Return the deviation and its class under `pack`; the size decides, not the direction."""
    if own == reviewed:
        rate = Fraction(0)
    elif own == 0:
        return Deviation(own, reviewed, None, INCOMPUTABLE)
    else:
        rate = (Fraction(own) - Fraction(reviewed)) / Fraction(own)
    return Deviation(own, reviewed, rate, _kind(abs(rate), pack))


def kinds(pack: RulePack) -> tuple[str, ...]:
    """Return the classes, the nearest first; what cannot be computed comes last."""
    return (*(str(row["name"]) for row in pack.table("deviation_classes")), INCOMPUTABLE)


def percent(rate: Fraction) -> str:
    """Return the rate in per cent with two decimals, rounded half away from zero."""
    hundredths = floor(abs(rate) * 10_000 + Fraction(1, 2))
    sign = "-" if rate < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}%"


def _kind(size: Fraction, pack: RulePack) -> str:
    rows = pack.table("deviation_classes")
    row = next(row for row in rows if "at_most" not in row or size <= Fraction(number(row, "at_most")))
    return str(row["name"])
