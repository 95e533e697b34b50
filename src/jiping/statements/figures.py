"""A font of one byte a sign for figures: digits of one width, so that a padded figure ends where its box ends.

Two blanks pad it on the left: a space as wide as a digit, and `_` as wide as a comma.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._g_l_y_f import Glyph

from jiping.statements.faces import cut, main_face

DIGITS, SIGNS = "0123456789", ",.-"
DIGIT_BLANK, COMMA_BLANK = " ", "_"
_MACINTOSH, _ROMAN = 1, 0


@dataclass(frozen=True, slots=True)
class Figures:
    """The font program, and the width of every sign in thousandths of the size."""

    program: bytes
    widths: dict[str, int]


@cache
def figures() -> Figures:
    """Return the font, made from the glyphs of the main one: each digit in the middle of the widest digit's width."""
    made = cut(main_face(), [ord(sign) for sign in DIGITS + SIGNS])
    font = TTFont(BytesIO(made.program))
    names = {chr(point): font.getGlyphName(glyph) for point, glyph in made.glyphs.items()}
    metrics = font["hmtx"].metrics
    widest = max(metrics[names[digit]][0] for digit in DIGITS)
    for digit in DIGITS:
        _centre(font, names[digit], widest)
    for blank, like in ((DIGIT_BLANK, "0"), (COMMA_BLANK, ",")):
        names[blank] = f"blank{ord(blank)}"
        font["glyf"][names[blank]] = Glyph()
        metrics[names[blank]] = (metrics[names[like]][0], 0)
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["cmap"] = _codes(names)
    out = BytesIO()
    font.recalcTimestamp = False
    font.save(out)
    return Figures(out.getvalue(), {sign: metrics[name][0] for sign, name in names.items()})


def _centre(font: TTFont, name: str, width: int) -> None:
    advance, bearing = font["hmtx"].metrics[name]
    shift = (width - advance) // 2
    outline = font["glyf"][name]
    outline.coordinates.translate((shift, 0))
    outline.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (width, bearing + shift)


def _codes(names: dict[str, str]) -> Any:
    """One table, without an encoding in the PDF, is what PDF/A-2 wants of a symbolic font (ISO 19005-2, 6.2.11.6)."""
    table = CmapSubtable.newSubtable(0)
    table.platformID, table.platEncID, table.language = _MACINTOSH, _ROMAN, 0
    table.cmap = {ord(sign): name for sign, name in names.items()}
    codes = newTable("cmap")
    codes.tableVersion, codes.tables = 0, [table]
    return codes
