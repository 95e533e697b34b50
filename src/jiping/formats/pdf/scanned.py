"""A page that is only a picture, read by recognition where the extra for it is installed."""

from math import sqrt

import pypdfium2 as pdfium
from pypdfium2 import raw

from jiping.formats.ruled.marks import PageMarks
from jiping.formats.scan import extra

PIXELS_PER_POINT = 200 / 72
MOST_PIXELS = 12_000_000


def is_blank(page: pdfium.PdfPage) -> bool:
    """Tell whether nothing at all is drawn on a page."""
    return bool(raw.FPDFPage_CountObjects(page) == 0)


def read_picture(page: pdfium.PdfPage, marks: PageMarks) -> tuple[PageMarks, str]:
    """Return what is recognised on a page whose own marks hold no letter, and a sentence on it for a person."""
    number = marks.number
    if is_blank(page):
        return marks, f"第 {number} 页是空白页。"
    if not extra.can_read_pictures():
        return marks, f"第 {number} 页没有文字，可能是扫描的图片，没有读入。{extra.HOW_TO_INSTALL}"
    from jiping.formats.scan.marks import picture_marks  # noqa: PLC0415  its packages are an extra

    scale = min(PIXELS_PER_POINT, sqrt(MOST_PIXELS / max(1.0, marks.width * marks.height)))
    seen = picture_marks(page.render(scale=scale).to_numpy(), number, scale)
    if not seen.chars:
        return marks, f"第 {number} 页是图片，从中没有认出文字。"
    return seen, f"第 {number} 页是图片，文字由识别得来；请对照原件核对，数字尤其要核对。"
