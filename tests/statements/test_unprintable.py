"""A statement that cannot be printed right is not printed: it is named, with the reason."""

from io import BytesIO
from typing import Any

import pytest

from jiping.domain.errors import JipingError, MissingGlyph
from jiping.statements.renderer import Renderer, characters_of
from statements.printed import KEY, RECORD, table, template


def found(**changed: Any) -> list[tuple[int, str, str]]:
    statements = table(RECORD, {**RECORD, **changed})
    renderer = Renderer(template(), KEY, characters_of(statements))
    return [(each.row, each.field, each.why) for each in renderer.exceptions(statements)]


def test_an_ordinary_statement_has_none() -> None:
    assert found() == []


@pytest.mark.parametrize("name", ["陈𠀀", "陈𬭼䶮", "㛃𠅤", "𪚥𫝆𬺰", "阿卜杜热合曼·买买提依明"])
def test_names_of_the_national_standard_are_printed(name: str) -> None:
    assert found(name=name) == []


@pytest.mark.parametrize(
    ("character", "reason"),
    [
        ("\U00031350", "没有字形可印"),
        ("😀", "没有字形可印"),
        ("\ue863", "私用区"),
        ("\U000f0000", "私用区"),
        ("\n", "控制字符"),
        ("\u200e", "控制字符"),
    ],
)
def test_a_character_without_a_glyph_stops_its_statement(character: str, reason: str) -> None:
    ((row, field, why),) = found(name=f"陈{character}")
    assert (row, field) == (1, "name")
    assert reason in why
    assert f"U+{ord(character):04X}" in why


def test_a_character_the_fonts_were_not_cut_for_is_not_printed_as_another() -> None:
    statements = table(RECORD)
    ((row, field),) = {
        (each.row, each.field)
        for each in Renderer(template(), KEY, characters_of(statements) - {"陈"}).exceptions(statements)
    }
    assert (row, field) == (0, "name")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("closing", -1),
        ("closing", 10**12),
        ("months", -1),
        ("statement_number", 0),
        ("statement_number", 10**18),
        ("name", "陈" * 60),
        ("address", "江" * 200),
    ],
)
def test_a_value_outside_its_range_or_its_box_stops_its_statement(field: str, value: object) -> None:
    assert {(row, name) for row, name, _ in found(**{field: value})} == {(1, field)}


def test_a_file_with_such_a_statement_is_refused_by_its_number() -> None:
    statements = table(RECORD, {**RECORD, "name": "陈😀"})
    with pytest.raises(MissingGlyph, match="20241000000017"):
        Renderer(template(), KEY, characters_of(statements)).render_file(statements, BytesIO())


def test_a_short_key_is_refused() -> None:
    with pytest.raises(JipingError, match="密钥"):
        Renderer(template(), b"short", "")
