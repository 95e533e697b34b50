"""The marks of a PDF page as PDFium sees them: letters in the boxes their font gives them, and ruled lines.

Distances are turned to the way the page is shown, whatever its rotation and crop.
"""

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int

import pypdfium2 as pdfium
from pypdfium2 import raw

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.pdf.letters import letters
from jiping.formats.ruled.marks import Char, PageMarks, Stroke
from jiping.formats.ruled.outlines import Point, is_area, strokes_of

MOST_OBJECTS = 200_000
DEEPEST_FORM = 8

Turn = Callable[[float, float], Point]
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


def page_marks(page: pdfium.PdfPage, number: int, name: str) -> PageMarks:
    """Return the letters and lines of a page; UnreadableFile when it holds absurdly many."""
    width, height = page.get_size()
    turn = _turn(page)
    place = Place(name, page=number)
    return PageMarks(number, width, height, list(_chars(page, turn, place)), list(_strokes(page, turn, place)))


def _turn(page: pdfium.PdfPage) -> Turn:
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[page.get_rotation() % 360]


def _chars(page: pdfium.PdfPage, turn: Turn, place: Place) -> Iterator[Char]:
    text = page.get_textpage()
    box = raw.FS_RECTF()
    for index, letter in letters(text, place):
        raw.FPDFText_GetLooseCharBox(text, index, byref(box))
        (x0, y0), (x1, y1) = turn(box.left, box.bottom), turn(box.right, box.top)
        yield Char(letter, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    text.close()


def _strokes(page: pdfium.PdfPage, turn: Turn, place: Place) -> Iterator[Stroke]:
    paths = _paths(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _SAME, DEEPEST_FORM)
    for seen, (path, matrix) in enumerate(paths):
        if seen > MOST_OBJECTS:
            raise _too_much(place)
        yield from _strokes_of(path, matrix, turn)


def _paths(
    holder: object, count: Callable[..., int], get: Callable[..., object], outer: Matrix, depth: int
) -> Iterator[tuple[object, Matrix]]:
    """Yield the paths of a page or form, each with the matrix to the page; a form may hold forms."""
    for index in range(count(holder)):
        each = get(holder, index)
        kind = raw.FPDFPageObj_GetType(each)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield each, _times(_matrix(each), outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            inner = _times(_matrix(each), outer)
            yield from _paths(each, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth - 1)


def _strokes_of(path: object, matrix: Matrix, turn: Turn) -> Iterator[Stroke]:
    a, b, c, d, e, f = matrix
    outlines = [
        ([turn(a * x + c * y + e, b * x + d * y + f) for x, y in points], is_closed)
        for points, is_closed in _outlines(path)
    ]
    if len(outlines) == 1 and not _is_drawn(path) and is_area(outlines[0][0]):
        return
    for points, is_closed in outlines:
        yield from strokes_of(points, is_closed=is_closed)


def _is_drawn(path: object) -> bool:
    """Tell whether the outline of a path is drawn and not only what it encloses painted."""
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    return bool(stroke.value)


def _outlines(path: object) -> Iterator[tuple[list[Point], bool]]:
    """Yield the pieces of a path as corner points; a curve breaks a piece, because no table has one."""
    points: list[Point] = []
    x, y = c_float(), c_float()
    for index in range(min(raw.FPDFPath_CountSegments(path), MOST_OBJECTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if kind != raw.FPDF_SEGMENT_LINETO:
            if points:
                yield points, False
            points = []
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            yield points, True
            points = []
    if points:
        yield points, False


def _matrix(each: object) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(each, byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _too_much(place: Place) -> UnreadableFile:
    return UnreadableFile("一页上的内容太多，不像自评材料。", remedy="请确认选对了文件。", place=place)
