"""Paragraphs from the lines between tables: a line that does not reach the right edge, or an indent, ends one."""

import re
from collections.abc import Iterator
from functools import reduce

from jiping.domain.document import Para, Style
from jiping.formats.ruled.lines import Line, join, lines_of
from jiping.formats.ruled.marks import Char, least

PAGE_NUMBER = re.compile(r"[—\-–－ ]*第?\s*\d{1,4}\s*页?(?:\s*[/共]\s*\d{1,4}\s*页?)?[—\-–－ ]*")
MARGIN_SHARE = 0.12
_SENTENCE_END = re.compile("[。！？；][”’」』）)》]*$")
_NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")


def paragraphs(chars: list[Char], height: float, right: float) -> Iterator[Para]:
    """Yield the paragraphs these letters make on a page of this height, page numbers left out.

    `right` is how far the whole page reaches: a few short lines above a table are full to none but each other.
    """
    lines = [line for line in lines_of(chars) if not _is_page_number(line, height)]
    left = min((line.left for line in lines), default=0)
    begun: list[Line] = []
    for line in lines:
        if begun and not _goes_on(begun[-1], line, left, right):
            yield _para(begun)
            begun = []
        begun.append(line)
    if begun:
        yield _para(begun)


def _para(lines: list[Line]) -> Para:
    sure = least(line.confidence for line in lines)
    if len(lines[0].pieces) > 1:
        return Para(Style.LINE, lines[0].pieces, confidence=sure)
    return Para(Style.BODY, (reduce(join, (line.text for line in lines)),), confidence=sure)


def _goes_on(line: Line, after: Line, left: float, right: float) -> bool:
    """Tell whether a paragraph continues: the line was full and the next one is set flush left, or both
    are centred, in the same size.

    A line of several pieces stands alone, and a numbered heading after the end of a sentence begins anew.
    """
    if max(len(line.pieces), len(after.pieces)) > 1:
        return False
    if _SENTENCE_END.search(line.text) and _NUMBERED.match(after.text):
        return False
    full = line.right > right - 2 * line.size
    flush = after.left < left + after.size
    centred = abs(line.left + line.right - after.left - after.right) < line.size
    return full and (flush or centred) and abs(line.size - after.size) < 1


def _is_page_number(line: Line, height: float) -> bool:
    at_edge = line.bottom > height * (1 - MARGIN_SHARE) or line.top < height * MARGIN_SHARE
    return at_edge and PAGE_NUMBER.fullmatch(line.text) is not None
