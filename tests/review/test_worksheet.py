"""The sheet a reviewer fills in reads back as it was filled, through every format it is written in."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from builders import build_filing
from jiping.domain.document import Cell, Document, Part, Table
from jiping.domain.errors import UnreadableFile
from jiping.formats.docx import reader as docx_reader
from jiping.formats.registry import writer_for
from jiping.formats.xlsx import reader as xlsx_reader
from jiping.review.worksheet import read_worksheet, worksheet
from jiping.scoring.score import evaluate
from review.batches import NATIONAL

FILING = build_filing(
    {"rows": [{"level3": "培训人数", "target": "100人", "actual": "100人", "weight": 10, "score": 10}] * 2}
)
SHEET = worksheet([evaluate(FILING, NATIONAL)])
READERS = {"xlsx": xlsx_reader.read, "docx": docx_reader.read}


def filled(*texts: str) -> Document:
    """Return the sheet with the reviewer's three cells of its first row filled in."""
    (part,) = SHEET.parts
    *above, table = part.blocks
    assert isinstance(table, Table)
    head, first, *rest = table.rows
    row = (*first[:-3], *map(Cell, texts))
    return Document((Part(part.name, (*above, replace(table, rows=(head, row, *rest)))),))


@pytest.mark.parametrize("name", READERS)
def test_a_filled_row_reads_back(name: str) -> None:
    read = READERS[name](writer_for(name)(filled("80人", "8", "抽查 80 人")), f"复核底稿.{name}")
    (value,) = read_worksheet(read)
    assert (value.unit, value.project, value.indicator) == ("示例单位", "示例项目", "培训人数")
    assert (value.actual, value.score, value.reason) == ("80人", Decimal(8), "抽查 80 人")


def test_a_blank_sheet_holds_no_values() -> None:
    assert read_worksheet(SHEET) == ()


@pytest.mark.parametrize("text", ["八分", "NaN", "1e999999999999"])
def test_a_score_that_is_no_number_is_told(text: str) -> None:
    with pytest.raises(UnreadableFile, match="不是数字"):
        read_worksheet(filled("", text, ""))


def test_a_document_without_the_sheet_is_told() -> None:
    with pytest.raises(UnreadableFile, match="没有找到复核底稿"):
        read_worksheet(Document((Part("正文", ()),)))


def test_scores_are_numbers_in_the_workbook() -> None:
    sheet = openpyxl.load_workbook(BytesIO(writer_for("xlsx")(SHEET))).active
    assert sheet is not None
    line = next(row for row in sheet.iter_rows(values_only=True) if "培训人数" in row)
    assert (line[5], line[6]) == (10, 10)
