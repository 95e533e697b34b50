"""Fen as people write them."""

import re

from jiping.domain.errors import JipingError

_AMOUNT = re.compile(r"(\d{1,12})(?:\.(\d{1,2}))?", re.ASCII)


def yuan(fen: int) -> str:
    """Return whole fen as yuan with two decimals: 100000 → 1000.00."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"


def fen(text: str) -> int:
    """Return yuan typed with at most two decimals as whole fen. Raises JipingError for anything else."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise JipingError(f"“{text}”不是到分为止的金额。", remedy="金额请写成 1000 或 1000.50 的样子，单位元。")
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
