"""Money as whole fen: what a person typed in yuan, and back. No amount is ever rounded on the way in."""

import re
from decimal import Decimal

from jiping.domain.errors import JipingError
from jiping.domain.money import Money

FEN_PER_YUAN = 100
MOST_FEN = 10**15  # ten thousand billion yuan: no county has more, and a database integer holds it
_YUAN = re.compile(r"[+-]?\d{1,13}(?:\.\d{1,2})?", re.ASCII)


def fen_from_yuan(text: str) -> int:
    """Return the fen of an amount written in yuan: 1,234.5 → 123450. Raises JipingError for anything finer than a fen."""
    digits = text.strip().replace(",", "").replace("，", "").removesuffix("元").strip()
    if not _YUAN.fullmatch(digits):
        raise JipingError(f"“{text.strip()}”不是金额。", remedy="请写以元为单位的数，最多两位小数，如 1234.50。")
    return int(Decimal(digits) * FEN_PER_YUAN)


def fen_of_product(unit_fen: int, volume: Decimal) -> int:
    """Return unit price × volume in fen. Raises JipingError when it is no whole number of fen."""
    product = unit_fen * volume
    if product != product.to_integral_value():
        raise JipingError(
            f"单价 {yuan_text(unit_fen)} 元乘以数量 {volume} 不是整分。", remedy="请调整计量单位，使金额算得尽。"
        )
    return int(product)


def yuan_text(fen: int) -> str:
    """Show fen as yuan: 123450 → 1,234.50."""
    return f"{Decimal(fen).scaleb(-2):,.2f}"


def money(fen: int) -> Money:
    """Return the amount as the value every filing uses."""
    return Money(Decimal(fen).scaleb(-2))
