"""Which characters the shipped fonts can draw: a missing one would print as an empty box without any error."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from jiping.domain.document import Document
from jiping.domain.errors import MissingGlyph
from jiping.formats.texts import excerpt, texts

FONTS = Path(__file__).parent / "fonts"


@cache
def drawable() -> frozenset[int]:
    """Return the code points some shipped font has a glyph for."""
    points: set[int] = set()
    for path in sorted(FONTS.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            points |= font.getBestCmap().keys()
    return frozenset(points)


def refuse_missing_glyphs(document: Document) -> None:
    """Raise MissingGlyph naming the first character no font has, its code point and where it stands."""
    for place, text in texts(document):
        for character in text:
            if character != "\n" and ord(character) not in drawable():
                raise MissingGlyph(
                    f"“{excerpt(text, character)}”里的“{character}”（U+{ord(character):04X}）没有字形可印。",
                    why="随产品提供的字体覆盖 GB 18030-2022 全部汉字，这个字符不在其中。",
                    remedy="请改用规范汉字或普通符号，或改为导出 docx。",
                    place=place,
                )
