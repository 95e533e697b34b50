"""The letters of a PDF page in the order they are drawn, as PDFium reads them; spaces it made up are left out."""

from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

MOST_LETTERS = 2_000_000

_HYPHEN = 2
_UNKNOWN = "\ufffd"
_SPACE = 32
_HIGH_SURROGATES = range(0xD800, 0xDC00)


def letters(text: pdfium.PdfTextPage, place: Place) -> Iterator[tuple[int, str]]:
    """Yield index and letter; one PDFium knows no character for is U+FFFD. UnreadableFile when there are absurdly many."""
    count = raw.FPDFText_CountChars(text)
    if count > MOST_LETTERS:
        raise UnreadableFile("一页上的内容太多，不像自评材料。", remedy="请确认选对了文件。", place=place)
    high = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _HIGH_SURROGATES:
            high = code
        elif code > _SPACE or raw.FPDFText_IsGenerated(text, index) != 1:
            yield index, _letter(code, high)
            high = 0


def _letter(code: int, high: int) -> str:
    if high:
        code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
    if code == _HYPHEN:
        return "-"
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else _UNKNOWN
