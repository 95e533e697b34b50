"""The text of each marked piece of page content, as the file itself spells it (ActualText wins over glyphs).

Only the operators that mark, choose a font or show text are looked for: a page of ours says most things in others.
PDFium is not asked, because it drops a space that is drawn over another one at the end of a line.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1, stream_value
from pdfminer.utils import decode_text

Spot = tuple[int, int]
"""Page number from 1, and marked content id on that page."""

_FLAT = rb"\((?:\\.|[^\\()])*\)"
_NESTED = rb"\((?:\\.|[^\\()]|" + _FLAT + rb")*\)"
_LITERAL = rb"\((?:\\.|[^\\()]|" + _NESTED + rb")*\)"
_HEX = rb"<[0-9A-Fa-f\s]*>"
_TEXT = rb"(?:" + _LITERAL + rb"|" + _HEX + rb")"
_PROPERTIES = rb"<<(?:[^<>()]|" + _TEXT + rb")*>>"
_OPERATION = re.compile(
    rb"(?P<marks>" + _PROPERTIES + rb")\s*BDC"
    rb"|(?P<begin>\bBMC\b|\bBDC\b)|(?P<end>\bEMC\b)"
    rb"|/(?P<font>[^\s/<>\[\]()]+)\s+[\d.]+\s+Tf\b"
    rb"|(?P<text>" + _TEXT + rb")",
    re.DOTALL,
)
_MCID = re.compile(rb"/MCID\s+(\d+)")
_SPELLED = re.compile(rb"/ActualText\s*(" + _TEXT + rb")", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


def marked_texts(pages: Sequence[PDFPage]) -> dict[Spot, str]:
    """Return the text of every marked content id of these pages, in the order it is drawn."""
    texts: defaultdict[Spot, str] = defaultdict(str)
    for number, page in enumerate(pages, start=1):
        fonts = {name: _letters_of(font) for name, font in resolve1(page.resources.get("Font", {})).items()}
        content = b"\n".join(resolve1(stream).get_data() for stream in page.contents)
        for mcid, text in _pieces(content, fonts):
            texts[number, mcid] += text
    return texts


def _letters_of(font: PDFObjRef) -> dict[int, str]:
    """Return the letter of every code of a font, as its own table states them; the font's drawings are not opened."""
    table = FileUnicodeMap()
    CMapParser(table, BytesIO(stream_value(dict_value(font)["ToUnicode"]).get_data())).run()
    return dict(table.cid2unichr)


def _text(codes: bytes, letters: Mapping[int, str]) -> str:
    """Return the text of codes of two bytes each."""
    return "".join(letters.get(high << 8 | low, "\ufffd") for high, low in zip(codes[::2], codes[1::2], strict=False))


def _pieces(content: bytes, fonts: Mapping[str, Mapping[int, str]]) -> Iterator[tuple[int, str]]:
    marks: list[tuple[int | None, bool]] = [(None, False)]
    font: Mapping[int, str] | None = None
    for found in _OPERATION.finditer(content):
        mcid, spelled = marks[-1]
        kind = found.lastgroup
        if kind == "text" and font is not None and mcid is not None and not spelled:
            yield mcid, _text(_bytes(found["text"]), font)
        elif kind == "font":
            font = fonts.get(found["font"].decode("latin-1"))
        elif kind == "end":
            del marks[max(1, len(marks) - 1) :]
        elif kind == "begin":
            marks.append((mcid, spelled))
        elif kind == "marks":
            number, actual = _MCID.search(found["marks"]), _SPELLED.search(found["marks"])
            mcid = int(number[1]) if number else mcid
            if actual and mcid is not None:
                yield mcid, decode_text(_bytes(actual[1]))
            marks.append((mcid, spelled or actual is not None))


def _bytes(written: bytes) -> bytes:
    if written.startswith(b"<"):
        digits = b"".join(written[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _ESCAPE.sub(_unescaped, written[1:-1])


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) & 255]) if sign[0] in b"01234567" else _ESCAPED.get(sign, sign)
