"""Change words that a file holds in pieces, as few letters as possible: what stays keeps its look."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from lxml import etree

from jiping.formats.amendment import Amendment, fixed_text

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Piece(NamedTuple):
    """A text and the element that holds it; None for a sign that is not stored as text."""

    text: str
    holder: etree._Element | None = None


def reword(pieces: Iterable[Piece], amendment: Amendment) -> None:
    """Make the amendment in the elements that hold the text; CannotAmend, and nothing changed, where it does not fit."""
    told = list(pieces)
    whole = "".join(text for text, _ in told)
    if whole.count(amendment.old) != 1:
        raise fixed_text(amendment.place)
    start = whole.index(amendment.old)
    texts = [text for text, _ in told]
    steps = SequenceMatcher(None, amendment.old, amendment.new, autojunk=False).get_opcodes()
    for kind, begin, end, one, other in reversed(steps):
        if kind != "equal":
            texts = _replaced(texts, start + begin, start + end, amendment.new[one:other])
    changed = [(text, holder) for text, (was, holder) in zip(texts, told, strict=True) if text != was]
    if any(holder is None for _, holder in changed):
        raise fixed_text(amendment.place)
    for text, holder in changed:
        if holder is not None:
            holder.text = text
            holder.set(_SPACE, "preserve")


def _replaced(texts: Sequence[str], start: int, end: int, new: str) -> list[str]:
    """Return the texts with what stands from `start` to `end` over all of them replaced; `new` joins the first touched."""
    result: list[str] = []
    at, waiting = 0, new
    for text in texts:
        left, right = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if text and left <= len(text) and right >= 0 and (left < right or (start == end and waiting)):
            result.append(text[:left] + waiting + text[max(left, right) :])
            waiting = ""
        else:
            result.append(text)
    return result
