"""The ground of a score (评分依据): the derivation that the rules write, and the filer's own words beside it."""

import re

from jiping.domain.filing import Indicator
from jiping.scoring.marker import RowScore

_NUMBER = r"-?\d+(?:\.\d+)?…?"
_CLAUSE = r"(?:“[^”]*”|[^。；\n“])*?"
_END = r"(?=$|[。；，、\s（(])"
# what every rule of the catalogue writes: a verdict or a sum, its result, and how the result was rounded
_DERIVATION = re.compile(
    rf"(?:(?<=[。；：\n])|^)[“（\d-]{_CLAUSE}"
    rf"(?:，得满分 {_NUMBER}|，得 0|[×−] {_NUMBER} = {_NUMBER})(?: → \S{{2,6}} {_NUMBER})?{_END}"
)
_EVIDENCE = re.compile(r"；佐证：[^；\n]*")
_ROUNDING = " → "
_LOOSE_ENDS = " \n；，。、"


def ground(scored: RowScore) -> str:
    """Return the derivation of the score, with the evidence it rests on."""
    return scored.arithmetic + _evidence(scored.row)


def own_words(scored: RowScore) -> str | None:
    """Return what the filer wrote as a reason beside derivation and evidence, None where nothing else is said."""
    reason = scored.row.reason
    if reason is None or reason == ground(scored):
        return None
    rest = reason
    derivation = stated_derivation(scored)
    if derivation is not None:
        rest = _EVIDENCE.sub("", rest.replace(derivation + _evidence(scored.row), "").replace(derivation, ""))
    return rest.strip(_LOOSE_ENDS) or None


def stated_derivation(scored: RowScore) -> str | None:
    """Return the derivation that stands in the reason, in force or stale; None where there is none."""
    reason = scored.row.reason or ""
    if scored.points is not None and scored.arithmetic in reason:
        return scored.arithmetic
    found = _DERIVATION.search(reason)
    return found and found.group()


def is_stale(scored: RowScore) -> bool:
    """True when the reason derives a score from other figures than the row now has; rounding is the pack's affair."""
    derivation = stated_derivation(scored)
    if derivation is None:
        return False
    return scored.points is None or _unrounded(derivation) != _unrounded(scored.arithmetic)


def _unrounded(derivation: str) -> str:
    return derivation.partition(_ROUNDING)[0]


def _evidence(row: Indicator) -> str:
    return f"；佐证：{'、'.join(map(str, row.evidence))}" if row.evidence else ""
