"""Find the paragraphs again in text that was wrapped at a fixed width."""

import re
from collections.abc import Iterator, Sequence

from jiping.layouts.spacing import join, width

_NUMBERED = re.compile(r"[（(][一二三四五六七八九十]+[）)]|\d{1,2}(?:、|[．.](?!\d))")
_SENTENCE_END = re.compile(r"[。！？；：.!?;:][”’」』）)》]*$")
_FULL_LINE = (17, 20)  # a line shorter than this share of the widest, and ending a sentence, ends its paragraph


def paragraphs(lines: Sequence[str]) -> str:
    """Return the lines as paragraphs separated by a newline."""
    return "\n".join(join(group) for group in _groups([line.strip() for line in lines]))


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    full = max(map(width, lines), default=0)
    group: list[str] = []
    for line in lines:
        if group and _begins(line, group[-1], full):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(line: str, before: str, full: int) -> bool:
    """Tell whether `line` opens a paragraph after `before`."""
    ended = bool(_SENTENCE_END.search(before))
    if _NUMBERED.match(before) and not ended and width(before) * 2 < full:
        return True
    if _NUMBERED.match(line):
        return ended
    return ended and width(before) * _FULL_LINE[1] < full * _FULL_LINE[0]
