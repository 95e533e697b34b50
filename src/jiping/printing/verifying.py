"""Whether a statement is genuine: what the paper or its square says, against the key it was printed with."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from hmac import compare_digest

from jiping.domain.errors import JipingError
from jiping.statements.slow_lane import money
from jiping.statements.verification import ALPHABET, CODE_SIGNS, FACT_SIGNS, UNKNOWN, Vouched, code, persons, vouched_in

_SIGN = f"[{ALPHABET.decode()}]"
_SCANNED = re.compile(rf"(?s).*?({_SIGN}{{{FACT_SIGNS}}})({_SIGN}{{{CODE_SIGNS}}})")
_MISREAD = str.maketrans("ILOU", "110V")  # letters no code holds, and what they were meant to be
_MONTHS = range(1, 13)
# the closing balance may be blank on the paper
_NEEDED = {"number": "单号", "year": "年度", "months": "缴费月份", "name": "姓名", "masked_id": "公民身份号码"}


class Lacking(JipingError):
    """A code was typed without all it was made of; `facts` are the fields of Paper that are missing."""

    def __init__(self, facts: tuple[str, ...]) -> None:
        super().__init__(
            f"还缺{'、'.join(_NEEDED[each] for each in facts)}，没有这几项不能查验。",
            why="查验码是由对账单上的几项一起算出的。",
            remedy="请照纸上补写；或改为扫码，只写扫得的整段文字。",
        )
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Paper:
    """What somebody reads on a statement; what he did not read is None. `months` as `3-8,10`, `closing` in yuan."""

    number: int | None = None
    year: int | None = None
    months: str | None = None
    closing: str | None = None
    name: str | None = None
    masked_id: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement says of itself, and the code that should prove it."""

    vouched: Vouched
    code: str

    @property
    def shown(self) -> str:
        closing = "未公布" if self.vouched.closing == UNKNOWN else f"{money(self.vouched.closing)} 元"
        paid = [str(month) for month in _MONTHS if self.vouched.months >> month - 1 & 1]
        months = f"缴费 {len(paid)} 个月（{'、'.join(paid)} 月）" if paid else "没有缴费月份"
        return f"对账单 {self.vouched.number}，{self.vouched.year} 年度，{months}，储存额 {closing}"


def claim_of(said: str, paper: Paper, key: bytes) -> Claim:
    """Return the claim in a scanned text, or in a typed code beside the whole paper. Raises JipingError for neither."""
    scanned = _SCANNED.fullmatch(said.strip())
    if scanned is not None:
        return Claim(vouched_in(scanned[1]), scanned[2])
    typed = said.strip().upper().replace("-", "").replace(" ", "").translate(_MISREAD)
    if len(typed) != CODE_SIGNS:
        raise JipingError(
            f"“{said}”不是查验码。", remedy="请输入扫码得到的整段文字，或纸上八位的查验码，如 7F3K-20QX。"
        )
    if lacking := tuple(name for name in _NEEDED if getattr(paper, name) is None):
        raise Lacking(lacking)
    (person,) = persons(key, [(paper.name or "", paper.masked_id or "")])
    closing = UNKNOWN if paper.closing is None else _fen(paper.closing)
    return Claim(Vouched(paper.number, closing, paper.year, _mask(paper.months or ""), person), typed)


def holds(key: bytes, claim: Claim) -> bool:
    """Tell whether the code was made with this key for these facts."""
    return compare_digest(code(key, claim.vouched).replace("-", ""), claim.code)


def is_of(key: bytes, claim: Claim, name: str, masked_id: str) -> bool:
    """Tell whether the statement was printed for a person of this name and masked number."""
    return persons(key, [(name, masked_id)]) == [claim.vouched.person]


def _mask(written: str) -> int:
    """Return months as bits; nothing written is no month."""
    mask = 0
    for part in filter(None, re.split("[,，、]", written.strip())):
        ends = re.fullmatch(r"\s*(\d{1,2})(?:\s*[-~—至]\s*(\d{1,2}))?\s*", part)
        first, last = (int(ends[1]), int(ends[2] or ends[1])) if ends else (0, 0)
        if not 1 <= first <= last <= 12:
            raise JipingError(f"“{written}”不是月份。", remedy="请写有缴费的月份，如 1-7,9-12。")
        mask |= sum(1 << month - 1 for month in range(first, last + 1))
    return mask


def _fen(written: str) -> int:
    try:
        fen = Decimal(written.replace(",", "").replace("，", "").removesuffix("元")) * 100
    except InvalidOperation:
        fen = Decimal("NaN")
    if not fen.is_finite() or fen != fen.to_integral_value() or not 0 <= fen < UNKNOWN:
        raise JipingError(f"“{written}”不是金额。", remedy="储存额请照纸上写，如 180,071.43。")
    return int(fen)
