"""Arrival and execution rates as computed figures: both sides, every voucher behind them, and an id that follows from all of it."""

import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from math import floor


@dataclass(frozen=True, slots=True)
class Posting:
    """One booking a rate rests on; `fen` is signed, `voucher` as written in the books."""

    kind: str
    day: str
    voucher: str
    fen: int


@dataclass(frozen=True, slots=True)
class FundRate:
    """`upper` over `lower`, both sums of postings in fen; `unit`, `project` and `year` say whose."""

    name: str
    sentence: str
    unit: str
    project: str
    year: int
    upper: tuple[Posting, ...]
    lower: tuple[Posting, ...]

    @property
    def upper_fen(self) -> int:
        return sum(each.fen for each in self.upper)

    @property
    def lower_fen(self) -> int:
        return sum(each.fen for each in self.lower)

    @property
    def exact(self) -> Fraction | None:
        """The rate itself; None where there is nothing to divide by: no budget is neither 0 nor 100 %."""
        return Fraction(self.upper_fen, self.lower_fen) if self.lower_fen > 0 else None

    @property
    def shown(self) -> str | None:
        """The rate in per cent with two decimals, rounded once, half up."""
        if self.exact is None:
            return None
        return f"{Decimal(floor(self.exact * 10_000 + Fraction(1, 2))).scaleb(-2)}%"

    @property
    def id(self) -> str:
        """The name of the receipt: equal content has an equal id, and any other posting another one."""
        return f"ZJ-{self.year}-{sha256(self.content.encode()).hexdigest()[:12]}"

    @property
    def content(self) -> str:
        """Everything the rate rests on, as canonical JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
