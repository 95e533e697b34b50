"""The look is the designer's: a folder with a page, no coordinate in the program."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from jiping.domain.errors import PackFault
from jiping.statements.fields import Text
from jiping.statements.template import load_template
from programs import run_program
from statements.printed import FACTS, FOLDER, KEY, RECORD, file_of, read_back, table, template


def redesigned(folder: Path, before: str, after: str) -> Path:
    copy = folder / "statements"
    shutil.copytree(FOLDER, copy)
    page = copy / "statement.typ"
    text = page.read_text(encoding="utf-8")
    assert before in text
    page.write_text(text.replace(before, after), encoding="utf-8")
    return copy


@pytest.mark.poppler
def test_a_field_moved_by_the_designer_is_printed_where_he_put_it(tmp_path: Path) -> None:
    moved = load_template(redesigned(tmp_path, "y: 46mm", "y: 60mm"), FACTS)
    (old,) = (field for field in template().fields if isinstance(field, Text) and field.name == "address")
    (new,) = (field for field in moved.fields if isinstance(field, Text) and field.name == "address")
    assert new.y - old.y == pytest.approx(14 * 72 / 25.4)
    path = tmp_path / "moved.pdf"
    path.write_bytes(file_of(table(RECORD), page=moved))
    assert read_back(path, moved)[0]["address"] == {RECORD["address"]}


def test_a_field_nobody_knows_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match="wages"):
        load_template(redesigned(tmp_path, 'field("postcode"', 'field("wages"'), FACTS)


def test_a_page_that_does_not_compile_says_why(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match="不能排版"):
        load_template(redesigned(tmp_path, "#let navy", "#let = navy"), FACTS)


@pytest.mark.poppler
@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (replace(FACTS, rate=None), "尚未公布"),
        (replace(FACTS, rate_year=2023, provisional=True), "预计"),
        (FACTS, "已正式公布"),
        (FACTS, "2.62%"),
    ],
)
def test_the_page_says_what_is_known_of_the_rate(facts: object, words: str, tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(file_of(table(RECORD), page=load_template(FOLDER, facts)))  # type: ignore[arg-type]
    assert words in run_program("pdftotext", path, "-")


def test_the_address_lies_in_the_window_of_the_envelope_and_clear_of_the_fold() -> None:
    inside = [f for f in template().fields if isinstance(f, Text) and f.name in {"postcode", "route", "address"}]
    for field in inside:
        assert 20 <= field.x * 25.4 / 72 <= 110
        assert 45 <= field.y * 25.4 / 72 <= 90
    assert KEY


def test_a_look_that_is_not_there_is_told_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match="这里没有对账单的版面"):
        load_template(tmp_path / "没有", FACTS)
