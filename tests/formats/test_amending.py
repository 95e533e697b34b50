"""Words change in a Word file or a workbook without anything around them: looks, formats, other members."""

import zipfile
from decimal import Decimal
from io import BytesIO

import docx
import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from jiping.domain.place import Place
from jiping.formats.amendment import Amendment, CannotAmend
from jiping.formats.docx.amender import amend as amend_docx
from jiping.formats.xlsx.amender import amend as amend_xlsx

FIRST_CELL = Place("x.docx", table=1, row=1, column=1)


def word(*runs: tuple[str, bool]) -> bytes:
    """Return a Word file with one paragraph and one cell, both of these runs, bold or not."""
    document = docx.Document()
    for paragraph in (document.add_paragraph(), document.add_table(1, 1).cell(0, 0).paragraphs[0]):
        for text, bold in runs:
            paragraph.add_run(text).bold = bold
    return saved(document)


def saved(book: "docx.document.Document | openpyxl.Workbook") -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def at(reference: str) -> Place:
    cell = openpyxl.Workbook().create_sheet()[reference]
    return Place("x.xlsx", sheet="Sheet", table=1, row=cell.row, column=cell.column)


def test_each_run_of_a_paragraph_keeps_its_look() -> None:
    told = word(("总分9", False), ("7.5", True), ("分，等次优。", False))
    place = Place("x.docx", paragraph=1)
    amended = amend_docx(told, "x.docx", [Amendment(place, "总分97.5分，等次优。", "总分97.8分，等次良。")])
    runs = docx.Document(BytesIO(amended)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [("总分9", False), ("7.8", True), ("分，等次良。", False)]


def test_a_cell_changes_and_every_other_member_stays_byte_for_byte() -> None:
    told = word(("97", True))
    amended = amend_docx(told, "x.docx", [Amendment(FIRST_CELL, "97", "96.5")])
    page = docx.Document(BytesIO(amended))
    assert (page.paragraphs[0].text, page.tables[0].cell(0, 0).text) == ("97", "96.5")
    with zipfile.ZipFile(BytesIO(told)) as old, zipfile.ZipFile(BytesIO(amended)) as new:
        differing = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert new.namelist() == old.namelist()
    assert differing == ["word/document.xml"]


@pytest.mark.parametrize("old", ["95", "9"])
def test_words_that_do_not_stand_there_once_are_not_changed(old: str) -> None:
    with pytest.raises(CannotAmend):
        amend_docx(word(("99", False)), "x.docx", [Amendment(FIRST_CELL, old, "1")])


def test_a_number_of_a_workbook_stays_a_number_in_its_format() -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["B2"] = 0.98
    book["Sheet"]["B2"].number_format = "0.00%"
    amended = amend_xlsx(saved(book), "x.xlsx", [Amendment(at("B2"), "98.00%", "91.25%")])
    cell = openpyxl.load_workbook(BytesIO(amended))["Sheet"]["B2"]
    assert (Decimal(str(cell.value)), cell.number_format) == (Decimal("0.9125"), "0.00%")


def test_a_number_its_format_would_round_becomes_a_text() -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["B2"] = 98
    book["Sheet"]["B2"].number_format = "0"
    amended = amend_xlsx(saved(book), "x.xlsx", [Amendment(at("B2"), "98", "97.5")])
    assert openpyxl.load_workbook(BytesIO(amended))["Sheet"]["B2"].value == "97.5"


def test_a_shared_text_changes_in_one_cell_only_and_keeps_its_looks() -> None:
    book = openpyxl.Workbook()
    for reference in ("A1", "A2"):
        book["Sheet"][reference] = CellRichText("总分", TextBlock(InlineFont(b=True), "97"), "分")
    amended = amend_xlsx(saved(book), "x.xlsx", [Amendment(at("A2"), "总分97分", "总分96分")])
    sheet = openpyxl.load_workbook(BytesIO(amended), rich_text=True)["Sheet"]
    assert (str(sheet["A1"].value), str(sheet["A2"].value)) == ("总分97分", "总分96分")
    assert [each.font.b for each in sheet["A2"].value if isinstance(each, TextBlock)] == [True]


def test_a_formula_is_not_overwritten() -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        book.add_worksheet("Sheet").write_formula("B2", "=SUM(A1:A2)", None, 97)
    with pytest.raises(CannotAmend, match="B2 是公式"):
        amend_xlsx(buffer.getvalue(), "x.xlsx", [Amendment(at("B2"), "97", "98")])
