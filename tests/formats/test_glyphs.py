"""No character is printed as an empty box: the fonts hold every hanzi of GB 18030-2022, the rest is refused."""

import pytest

from jiping.domain.document import Cell, Document, Para, Part, Style, Table
from jiping.domain.errors import MissingGlyph
from jiping.formats.pdf.glyphs import drawable
from jiping.formats.registry import writable, writer_for

RANGES = (
    (0x4E00, 0x9FEF),  # URO
    (0x3400, 0x4DB5),  # Ext A
    (0x20000, 0x2A6D6),  # Ext B
    (0x2A700, 0x2B734),  # Ext C
    (0x2B740, 0x2B81D),  # Ext D
    (0x2B820, 0x2CEA1),  # Ext E
    (0x2CEB0, 0x2EBE0),  # Ext F
)
COMPATIBILITY = "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"
LEVEL_3 = {point for first, last in RANGES for point in range(first, last + 1)} | set(map(ord, COMPATIBILITY))


def test_the_fonts_hold_every_hanzi_of_level_3() -> None:
    assert len(LEVEL_3) == 87_887
    assert not LEVEL_3 - drawable()


def test_the_signs_of_a_filing_can_be_drawn() -> None:
    signs = "〔〕《》（），。：；、？！“”‘’—…·％‰℃㎡①⑩ⅠⅤ≥≤≠±×÷→□√○"
    assert not [sign for sign in signs if ord(sign) not in drawable()]


def test_a_character_no_font_has_is_named_with_its_place() -> None:
    table = Table(((Cell("张😀敏"),),), (50,))
    with pytest.raises(MissingGlyph) as caught:
        writer_for("pdf")(Document((Part("评分表", (Para(Style.BODY, ("好",)), table)),)))
    assert "😀" in caught.value.what
    assert "U+1F600" in caught.value.what
    assert str(caught.value.place) == "评分表 第 1 个表 第 1 行第 1 列"


@pytest.mark.parametrize("name", writable())
def test_a_control_character_is_refused_by_every_writer(name: str) -> None:
    with pytest.raises(MissingGlyph, match=r"U\+0007"):
        writer_for(name)(Document((Part("表", (Para(Style.BODY, ("坏\a字",)),)),)))


def test_a_rare_name_is_drawn_by_the_second_font() -> None:
    data = writer_for("pdf")(Document((Part("表", (Para(Style.BODY, ("李𠮷𬭼",)),)),)))
    assert b"HanaMinB" in data
