"""Fonts as PDF objects (ISO 32000-1, 9.6 to 9.10), with the character every code stands for.

The character is written from the data, never by turning a font's map round: fonts draw several characters with one glyph.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from jiping.statements.faces import Face, cut
from jiping.statements.figures import COMMA_BLANK, Figures
from jiping.statements.pdf_objects import Objects, stream

_SYMBOLIC = 4  # 9.8.2: the codes are the font's own
_GROUP = 100  # 9.10.3: a CMap says at most a hundred pairs at a time
_LAST_CODE = 255
_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<%b> <%b>
endcodespacerange
%bendcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def add_letters(objects: Objects, face: Face, points: Sequence[int]) -> int:
    """Add a composite font (9.7) whose code i + 1 is `points[i]`; return its number."""
    made = cut(face, list(points))
    name = _tagged(face.name, made.program)
    glyphs = b"\0\0" + b"".join(made.glyphs[point].to_bytes(2, "big") for point in points)
    widths = b" ".join(b"%d" % face.advance(point) for point in points)
    descendant = objects.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R/DW 1000/W[1[%b]]/CIDToGIDMap %d 0 R>>"
        % (name, _descriptor(objects, name, made.program), widths, objects.add(stream(glyphs)))
    )
    codes = {index: chr(point) for index, point in enumerate(points, start=1)}
    return objects.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (name, descendant, objects.add(stream(_to_unicode(codes, 2))))
    )


def add_figures(objects: Objects, figures: Figures) -> int:
    """Add the simple font of figures (9.6.3); return its number."""
    name = _tagged("NotoSerifSC-Figures", figures.program)
    codes = {ord(sign): " " if sign == COMMA_BLANK else sign for sign in sorted(figures.widths)}
    first, last = min(codes), max(codes)
    widths = b" ".join(b"%d" % figures.widths.get(chr(code), 0) for code in range(first, last + 1))
    return objects.add(
        b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar %d/LastChar %d/Widths[%b]"
        b"/FontDescriptor %d 0 R/ToUnicode %d 0 R>>"
        % (
            name,
            first,
            last,
            widths,
            _descriptor(objects, name, figures.program),
            objects.add(stream(_to_unicode(codes, 1))),
        )
    )


def _tagged(name: str, program: bytes) -> bytes:
    """Return the name of a subset: six letters, the same for the same program (9.6.4)."""
    letters = (chr(ord("A") + byte % 26) for byte in sha256(program).digest()[:6])
    return f"{''.join(letters)}+{name}".encode()


def _descriptor(objects: Objects, name: bytes, program: bytes) -> int:
    file = objects.add(stream(program, b"/Length1 %d" % len(program)))
    return objects.add(
        b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[-1000 -1050 2930 1810]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 729/StemV 80/FontFile2 %d 0 R>>" % (name, _SYMBOLIC, file)
    )


def _to_unicode(codes: Mapping[int, str], size: int) -> bytes:
    """Return a ToUnicode CMap (9.10.3) for codes of `size` bytes."""
    pairs = [
        b"<%b> <%b>\n" % (code.to_bytes(size, "big").hex().encode(), text.encode("utf-16-be").hex().encode())
        for code, text in sorted(codes.items())
    ]
    groups = (pairs[begin : begin + _GROUP] for begin in range(0, len(pairs), _GROUP))
    told = b"".join(b"%d beginbfchar\n%bendbfchar\n" % (len(group), b"".join(group)) for group in groups)
    return _TO_UNICODE % (b"00" * size, b"ff" * size, told)
