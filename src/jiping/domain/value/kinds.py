"""What a parsed target or actual can be."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class ValueKind(StrEnum):
    """What sort of answer a text is."""

    NUMBER = "数量"
    PERCENT = "百分比"
    MONEY = "金额"
    DURATION = "时长"
    DATE = "日期"
    PERIOD = "期间"
    YES_NO = "是否"
    TIER = "等级"
    CLASS = "类别"
    PHRASE = "定性"
    TEXT = "文字"
    BLANK = "空白"


class Comparator(StrEnum):
    """How a target bounds its actual."""

    AT_LEAST = "≥"
    AT_MOST = "≤"
    EQUAL = "="
    MORE = ">"
    LESS = "<"
    ABOUT = "约"


@dataclass(frozen=True, slots=True)
class Value:
    """A parsed text. `number` is in the base unit: per cent in points (98), money in 元, counts with 万 multiplied out.

    `upper` closes a range that `number` opens; `good` tells a favourable from an unfavourable phrase or tier and is
    None where the words alone do not say; `extra` counts further quantities in the same text.
    `scale` is what 万 or 亿 multiplied `number` by. `affirmed` is the answer of a YES_NO, favourable or not.
    The `number` of a CLASS is its rank, not an amount. A DATE or PERIOD has the `month_day` of its last day, `day`
    only where a year is written, and in `unit` how finely it is told: 日, 月 or 年.
    """

    text: str
    kind: ValueKind
    comparator: Comparator | None = None
    number: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    day: date | None = None
    good: bool | None = None
    tier: int | None = None
    extra: int = 0
    scale: Decimal = Decimal(1)
    affirmed: bool | None = None
    month_day: tuple[int, int] | None = None

    @property
    def is_measured(self) -> bool:
        """True when the text is a quantity that can be compared."""
        return self.number is not None
