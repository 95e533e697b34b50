"""Money without rounding: a decimal number of yuan, shown in 元 or 万元."""

from dataclasses import dataclass
from decimal import Decimal, localcontext

YUAN_PER_WAN = Decimal(10_000)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact amount; `yuan` keeps every digit that was stated."""

    yuan: Decimal

    @classmethod
    def from_wan(cls, amount: Decimal) -> "Money":
        """Return the amount stated in 万元."""
        return cls.scaled(amount, YUAN_PER_WAN)

    @classmethod
    def scaled(cls, amount: Decimal, yuan: Decimal) -> "Money":
        """Return the amount stated in units of so many `yuan`, with every digit."""
        with localcontext() as exact:
            exact.prec = 60
            return cls(amount * yuan)

    @property
    def wan(self) -> Decimal:
        """The amount in 万元, exact because ten thousand only moves the point."""
        return self.yuan.scaleb(-4)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.yuan + other.yuan)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.yuan - other.yuan)

    def __str__(self) -> str:
        return f"{plain(self.wan)} 万元"


def plain(number: Decimal) -> str:
    """Return the digits of `number` without exponent and without trailing zeros: 9.80 → 9.8, 1E+2 → 100."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
