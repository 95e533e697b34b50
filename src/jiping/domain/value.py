"""The value grammar: what a target or an actual says, read exactly or not at all.

Only notation is known here (signs, digits, units); words that carry meaning come from the rule pack's Lexicon.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from jiping.domain.lexicon import Lexicon


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

    @property
    def is_measured(self) -> bool:
        """True when the text is a quantity that can be compared."""
        return self.number is not None


def parse_value(text: str | None, lexicon: Lexicon) -> Value:
    """Return what `text` says; an empty text and a printed placeholder are BLANK, the unreadable is TEXT."""
    raise NotImplementedError
