"""Whether a statement is genuine: what the paper or its square says, against the key it was printed with."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from hmac import compare_digest

from jiping.domain.errors import JipingError
from jiping.statements.slow_lane import money
from jiping.statements.verification import CLOSING_DIGITS, CODE_SIGNS, NUMBER_DIGITS, UNKNOWN, code

_SCANNED = re.compile(rf"(?s).*?(\d{{{NUMBER_DIGITS}}})(\d{{{CLOSING_DIGITS}}})([0-9A-Z]{{{CODE_SIGNS}}})")
_MISREAD = str.maketrans("ILOU", "110V")  # letters no code holds, and what they were meant to be


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement says of itself; `closing` in fen, None where the rate was not known."""

    number: int
    closing: int | None
    code: str

    @property
    def shown(self) -> str:
        return "未公布" if self.closing is None else f"{money(self.closing)} 元"


def claim_of(said: str, number: int | None, closing: str | None) -> Claim:
    """Return the claim in a scanned text, or in a typed code beside number and balance. Raises JipingError for neither."""
    scanned = _SCANNED.fullmatch(said.strip())
    if scanned is not None:
        fen = int(scanned[2])
        return Claim(int(scanned[1]), None if fen == UNKNOWN else fen, scanned[3])
    typed = said.strip().upper().replace("-", "").replace(" ", "").translate(_MISREAD)
    if len(typed) != CODE_SIGNS:
        raise JipingError(
            f"“{said}”不是查验码。", remedy="请输入扫码得到的整段文字，或纸上八位的查验码，如 7F3K-20QX。"
        )
    if number is None:
        raise JipingError(
            "只有查验码，不知道是哪一份对账单。", remedy="请另写 --number 对账单编号和 --closing 累计储存额。"
        )
    return Claim(number, None if closing is None else _fen(closing), typed)


def holds(key: bytes, claim: Claim) -> bool:
    """Tell whether the code was made with this key for this number and balance."""
    made = code(key, claim.number, claim.closing).replace("-", "")
    return compare_digest(made, claim.code)


def _fen(written: str) -> int:
    try:
        fen = Decimal(written.replace(",", "").replace("，", "").removesuffix("元")) * 100
    except InvalidOperation:
        fen = Decimal("NaN")
    if not fen.is_finite() or fen != fen.to_integral_value() or not 0 <= fen < UNKNOWN:
        raise JipingError(f"“{written}”不是金额。", remedy="储存额请照纸上写，如 180,071.43。")
    return int(fen)
