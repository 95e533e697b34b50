"""Half-width punctuation among Chinese characters."""

import re
from collections.abc import Iterator

_MARK = re.compile(r",|;|:|\?|!|\([^()\n]*\)")
_CHINESE_BEFORE = re.compile(r"[一-鿿”》）]\s?$")
_CHINESE_AFTER = re.compile(r"\s?[一-鿿“《（]")
_CHINESE = re.compile(r"[一-鿿]")


def misused_marks(text: str) -> Iterator[re.Match[str]]:
    """Yield the half-width marks, brackets with what is in them, that have Chinese before, behind or inside."""
    return filter(_is_misused, _MARK.finditer(text))


def _is_misused(mark: re.Match[str]) -> bool:
    text = mark.string
    beside = _CHINESE_BEFORE.search(text, max(0, mark.start() - 2), mark.start()) or _CHINESE_AFTER.match(
        text, mark.end()
    )
    return beside is not None or _CHINESE.search(mark.group()) is not None
