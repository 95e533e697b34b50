"""What a workbook shows and stores: digits exactly as stated, sums that calculate, sheets that print."""

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side

from formats.samples import statement
from jiping.domain.document import Cell, Document, Para, Part, Role, Style, Table
from jiping.formats.page import WIDEST_TEXT_MM
from jiping.formats.registry import reader_for, writer_for
from jiping.formats.shown_numbers import shown
from jiping.formats.xlsx.geometry import column_bounds
from jiping.formats.xlsx.numbers import format_for
from jiping.formats.xlsx.writer import sheet_names

SHOWN: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("number_formats.yaml").read_text("utf-8"))
BOX = Border(left=Side("thin"), right=Side("thin"), top=Side("thin"), bottom=Side("thin"))


def read(workbook: Workbook) -> Document:
    buffer = BytesIO()
    workbook.save(buffer)
    return reader_for(Path("表.xlsx"), b"PK\x03\x04")(buffer.getvalue(), "表.xlsx")


def opened(document: Document, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(writer_for("xlsx")(document)), data_only=values)


def boxed(rows: list[list[Any]], codes: dict[str, str] | None = None) -> Workbook:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in rows:
        sheet.append(row)
    for line in sheet.iter_rows():
        for cell in line:
            cell.border = BOX
    for where, code in (codes or {}).items():
        sheet[where].number_format = code
    return workbook


def texts(document: Document) -> list[list[str]]:
    table = next(block for block in document.parts[0].blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("case", SHOWN.values(), ids=SHOWN.keys())
def test_a_cell_is_read_as_it_looks(case: dict[str, Any]) -> None:
    assert shown(case["value"], case["format"]) == case["shows"]


@given(st.integers(-(10**9), 10**9), st.integers(0, 5), st.sampled_from(["", "%", "万元", " 元", "分"]))
def test_a_typed_number_shows_the_digits_stated(digits: int, places: int, unit: str) -> None:
    number = Decimal(digits).scaleb(-places)
    text = f"{number:f}{unit}"
    code = format_for(text, number)
    if number == 0 and text.startswith("-"):
        assert code is None
    else:
        assert code is not None
        assert shown(float(number), code) == text


def test_a_share_is_a_share_of_one_and_looks_as_stated() -> None:
    code = format_for("12.50%", Decimal("0.125"))
    assert code == "0.00%"
    assert shown(0.125, code) == "12.50%"


@pytest.mark.parametrize("text", ["007", "１２", "约10", "10-20", "1.5.2", "", "12345678901234567890"])
def test_a_number_that_would_look_otherwise_stays_text(text: str) -> None:
    code = format_for(text, Decimal(10))
    assert code is None or shown(10, code) == text


def test_a_total_is_a_sum_formula_with_its_value() -> None:
    formulas, values = opened(statement())["评分表"], opened(statement(), values=True)["评分表"]
    total = next(cell for row in formulas.iter_rows() for cell in row if cell.data_type == "f")
    assert total.value == "=SUM(F6:F25)"
    assert values[total.coordinate].value == 100


def test_a_total_that_contradicts_its_rows_keeps_what_it_states() -> None:
    rows = tuple(
        (Cell(text, role=role, number=Decimal(text)),) for text, role in (("2", Role.NUMBER), ("3", Role.TOTAL))
    )
    sheet = opened(Document((Part("表", (Table(rows, (40,)),)),)))["表"]
    assert sheet["A2"].value == 3


def test_every_cell_of_a_merge_has_a_border_and_the_sheet_prints_on_a4() -> None:
    sheet = opened(statement())["评分表"]
    xml = zipfile.ZipFile(BytesIO(writer_for("xlsx")(statement()))).read("xl/worksheets/sheet2.xml").decode()
    assert len(re.findall(r'<c r="[A-H](?:[4-9]|1\d|2[0-6])" s="[1-9]', xml)) == 8 * 23
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$4:$5"
    assert "— &amp;P —</oddFooter>" in xml


def test_no_row_is_taller_than_a_sheet_allows() -> None:
    long = Para(Style.BODY, ("我单位严格按照目标开展工作，" * 400,))
    sheet = opened(Document((Part("报告", (long,)),)))["报告"]
    heights = [sheet.row_dimensions[row].height or 0 for row in range(1, sheet.max_row + 1)]
    assert len(heights) > 1
    assert max(heights) <= 409


def test_the_attachment_lies_on_a_sheet_no_menu_shows() -> None:
    assert opened(statement())["jiping"].sheet_state == "veryHidden"


def test_sheet_names_are_made_legal_and_different() -> None:
    assert sheet_names(["a/b:c", "a?b*c", "", "情" * 40, "情" * 35, "History"]) == [
        "a_b_c", "a_b_c(2)", "正文", "情" * 31, "情" * 28 + "(2)", "History(2)",
    ]  # fmt: skip


def test_percent_dates_and_merges_of_a_foreign_workbook_are_read_as_they_look() -> None:
    workbook = boxed(
        [["指标", "目标", "完成"], ["满意度", 0.98, 0.9637], [None, date(2024, 3, 21), 9.0]],
        {"B2": "0%", "C2": "0.00%", "B3": 'yyyy"年"m"月"d"日"', "C3": "General"},
    )
    workbook.worksheets[0].merge_cells("A2:A3")
    assert texts(read(workbook)) == [["指标", "目标", "完成"], ["满意度", "98%", "96.37%"], ["2024年3月21日", "9"]]


def test_a_hidden_sheet_is_left_out_and_named() -> None:
    workbook = boxed([["甲", "乙"]])
    workbook.create_sheet("草稿").sheet_state = "hidden"
    document = read(workbook)
    assert len(document.parts) == 1
    assert document.notes == ("工作表“草稿”是隐藏的，没有读入。",)


def test_hidden_rows_and_columns_are_read_and_said_to_be_hidden() -> None:
    workbook = boxed([["指标", "得分", "备注"], ["满意度", 9, "甲"], ["时效", 90, "乙"]])
    sheet = workbook.worksheets[0]
    sheet.row_dimensions[3].hidden = sheet.row_dimensions[99].hidden = True
    sheet.column_dimensions["B"].hidden = sheet.column_dimensions["Z"].hidden = True
    document = read(workbook)
    assert texts(document)[2] == ["时效", "90", "乙"]
    assert [note[note.index("第") : note.index("隐藏")] for note in document.notes] == ["第 3 行是", "第 B 列是"]


def test_a_sheet_ruled_by_gridlines_only_is_read_as_a_table() -> None:
    workbook = Workbook()
    for row in (["指标", "得分"], ["满意度", 9], ["时效", date(2024, 1, 2)]):
        workbook.worksheets[0].append(row)
    assert texts(read(workbook))[:2] == [["指标", "得分"], ["满意度", "9"]]


def test_a_page_of_prose_is_parted_into_columns_none_of_which_is_as_wide_as_the_sheet() -> None:
    prose = Part("自评报告", (Para(Style.TITLE, ("自评报告",)), Para(Style.BODY, ("项目概况。" * 40,))))
    sheet = opened(Document((prose,), title="自评报告")).worksheets[0]
    assert {each.size["columns"] for each in sheet.merged_cells.ranges} == {6}
    assert column_bounds(prose)[-1] <= WIDEST_TEXT_MM
