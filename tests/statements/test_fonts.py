"""What is drawn is the character that is meant: outline by outline, against the fonts the product ships."""

from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from jiping.statements.faces import FONTS
from jiping.statements.figures import COMMA_BLANK, DIGIT_BLANK
from statements.printed import RECORD, file_of, table

NAMES = "陈𬭼䶮㛃𠅤𠀀𠔻𪚥𫝆𬺰路年"
TWINS = "路\uf937年\uf98e"  # one glyph each in the font


def outline(font: TTFont, name: str) -> Any:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value


@cache
def shipped(name: str) -> TTFont:
    return TTFont(FONTS / f"{name}.ttf")


def embedded(text: str) -> dict[str, Any]:
    with pikepdf.open(BytesIO(file_of(table({**RECORD, "name": text, "employer": TWINS})))) as pdf:
        fonts = pdf.pages[0].resources.Font
        return {str(name): _read(font) for name, font in fonts.items()}


def _read(font: Any) -> tuple[str, TTFont, dict[int, str], bytes]:
    own = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    program = TTFont(BytesIO(own.FontDescriptor.FontFile2.read_bytes()))
    pairs = [line.split() for line in font.ToUnicode.read_bytes().decode().splitlines() if line.startswith("<")][1:]
    codes = {int(code[1:-1], 16): bytes.fromhex(text[1:-1]).decode("utf-16-be") for code, text in pairs}
    glyphs = own.CIDToGIDMap.read_bytes() if "/CIDToGIDMap" in own else b""
    return str(own.FontDescriptor.FontName).partition("+")[2], program, codes, glyphs


@pytest.mark.parametrize("name", ["/F", "/R"])
def test_every_code_draws_the_outline_of_its_character(name: str) -> None:
    source, program, codes, glyphs = embedded(NAMES)[name]
    assert len(codes) >= 4
    font = shipped(source)
    for code, character in codes.items():
        glyph = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
        theirs = outline(font, font.getBestCmap()[ord(character)])
        assert outline(program, program.getGlyphName(glyph)) == theirs, character


def test_characters_that_share_a_glyph_keep_their_own_codes() -> None:
    _, _, codes, _ = embedded(NAMES)["/F"]
    assert set(TWINS) <= set(codes.values())


def test_every_figure_is_the_digit_it_says_moved_to_the_middle_of_one_width() -> None:
    _, program, codes, _ = embedded(NAMES)["/D"]
    font = shipped("NotoSerifSC-Regular")
    (drawn,) = (each.cmap for each in program["cmap"].tables)
    assert {code for code, character in codes.items() if character != " "} == set(map(ord, "0123456789,.-"))
    for code, character in codes.items():
        if character == " ":
            assert chr(code) in {COMMA_BLANK, DIGIT_BLANK}
            assert outline(program, drawn[code]) == []
            continue
        ours, theirs = outline(program, drawn[code]), outline(font, font.getBestCmap()[ord(character)])
        (shift,) = {
            a[0] - b[0] for (_, xs), (_, ys) in zip(ours, theirs, strict=True) for a, b in zip(xs, ys, strict=True)
        }
        moved = [(kind, tuple((x + shift, y) for x, y in points)) for kind, points in theirs]
        assert ours == moved
    assert len({program["hmtx"][drawn[ord(digit)]][0] for digit in "0123456789 "}) == 1


def test_widths_said_are_the_widths_of_the_font() -> None:
    with pikepdf.open(BytesIO(file_of(table(RECORD)))) as pdf:
        own = pdf.pages[0].resources.Font["/F"].DescendantFonts[0]
        program = TTFont(BytesIO(own.FontDescriptor.FontFile2.read_bytes()))
        glyphs = own.CIDToGIDMap.read_bytes()
        first, said = own.W
        for place, width in enumerate(said):
            code = int(first) + place
            glyph = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
            assert program["hmtx"][program.getGlyphName(glyph)][0] == int(width)
