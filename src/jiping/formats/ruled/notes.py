"""What a person should know of a page whose tables have no walls."""

from itertools import groupby

from jiping.formats.ruled.bare import FEWEST_ROWS, FEWEST_TEXTS
from jiping.formats.ruled.level import FEWEST_LINES
from jiping.formats.ruled.marks import PageMarks
from jiping.formats.ruled.pieces import pieces_of
from jiping.formats.ruled.rules import rules_of


def note_on(marks: PageMarks) -> str | None:
    """Return a sentence where columns were told from the text alone, or could not be told; None for other pages."""
    if any(each.bottom - each.top > each.right - each.left for each in marks.strokes):
        return None
    level, _ = rules_of(marks.strokes)
    if len(level) >= FEWEST_LINES:
        return f"第 {marks.number} 页的表格只有横线，各栏按文字的位置推断，请对照原件核对。"
    lines = groupby(pieces_of(marks.chars), key=lambda each: round(each.middle))
    if sum(sum(1 for _ in line) >= FEWEST_TEXTS for _, line in lines) >= FEWEST_ROWS:
        return f"第 {marks.number} 页的表格没有线条，各行各栏全按文字的位置推断，读出的数一律不用于计算；请对照原件核对，或提供有线条的 PDF、Word、Excel 原件。"
    return None
