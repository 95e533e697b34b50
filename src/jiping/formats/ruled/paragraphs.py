"""Paragraphs from the lines between tables: a line that does not reach the right edge, or an indent, ends one."""

import re
from collections.abc import Iterator

from jiping.domain.document import Para, Style
from jiping.formats.ruled.lines import Line, join, lines_of
from jiping.formats.ruled.marks import Char

PAGE_NUMBER = re.compile(r"[—\-–－ ]*第?\s*\d{1,4}\s*页?(?:\s*[/共]\s*\d{1,4}\s*页?)?[—\-–－ ]*")
MARGIN_SHARE = 0.12


def paragraphs(chars: list[Char], height: float, right: float) -> Iterator[Para]:
    """Yield the paragraphs these letters make on a page of this height, page numbers left out.

    `right` is how far the whole page reaches: a few short lines above a table are full to none but each other.
    """
    lines = [line for line in lines_of(chars) if not _is_page_number(line, height)]
    left = min((line.left for line in lines), default=0)
    pending: Line | None = None
    text = ""
    for line in lines:
        if len(line.pieces) > 1:
            if text:
                yield Para(Style.BODY, (text,))
            yield Para(Style.LINE, line.pieces)
            text, pending = "", None
            continue
        if pending is not None and not _goes_on(pending, line, left, right):
            yield Para(Style.BODY, (text,))
            text = ""
        text = join(text, line.text) if text else line.text
        pending = line
    if text:
        yield Para(Style.BODY, (text,))


def _goes_on(line: Line, after: Line, left: float, right: float) -> bool:
    """Tell whether a paragraph continues: the line was full and the next one is set flush left in the same size."""
    full = line.right > right - 2 * line.size
    flush = after.left < left + after.size
    return full and flush and abs(line.size - after.size) < 1


def _is_page_number(line: Line, height: float) -> bool:
    at_edge = line.bottom > height * (1 - MARGIN_SHARE) or line.top < height * MARGIN_SHARE
    return at_edge and PAGE_NUMBER.fullmatch(line.text) is not None
