"""PDF files of other programs, read by what one can see: made here by stripping ours of their tags and keyword."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from formats.sameness import gist
from formats.samples import ROWS, score_part, statement
from jiping.domain.document import Cell, Document, Para, Part, Style, Table
from jiping.formats.registry import reader_for, writer_for
from jiping.formats.ruled.lines import healed, join

SPACES = str.maketrans("", "", " ")


def foreign(document: Document) -> bytes:
    """Return a PDF that looks the same but carries no tags, no outline and no keyword."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(writer_for("pdf")(document))) as pdf:
        for key in ("/StructTreeRoot", "/Outlines", "/MarkInfo", "/Metadata"):
            del pdf.Root[key]
        del pdf.docinfo["/Keywords"]
        pdf.save(buffer)
    return buffer.getvalue()


def read(document: Document) -> Document:
    data = foreign(document)
    return reader_for(Path("外来.pdf"), data[:1024])(data, "外来.pdf")


def without_spaces(document: Document) -> list[object]:
    """Return all blocks in one row, without the spaces that a line end may have swallowed."""

    def stripped(gist_of_block: object) -> object:
        if isinstance(gist_of_block, str):
            return gist_of_block.translate(SPACES)
        if isinstance(gist_of_block, (list, tuple)):
            return [stripped(each) for each in gist_of_block]
        return gist_of_block

    return [stripped(block) for part in gist(document) for block in part]


def test_paragraphs_and_ruled_tables_are_found_and_page_numbers_left_out() -> None:
    assert without_spaces(read(statement())) == without_spaces(statement())


def test_a_file_without_tags_is_one_part() -> None:
    assert [part.name for part in read(statement()).parts] == ["项目支出绩效自评价情况表"]


def test_a_table_over_several_pages_is_joined_without_its_repeated_heading() -> None:
    document = Document((score_part(ROWS * 5),))
    table = next(block for block in read(document).parts[0].blocks if isinstance(block, Table))
    assert len(table.rows) == 2 + 100 + 1
    assert [cell.text for cell in table.rows[-1]] == ["总计", "500", "495", "等级：优"]


def test_cells_know_the_page_they_stand_on() -> None:
    table = next(block for block in read(Document((score_part(ROWS * 5),))).parts[0].blocks if isinstance(block, Table))
    last = table.rows[-1][0].place
    assert last is not None
    assert str(last).startswith("外来.pdf 第 4 页 第 1 个表 第 103 行")


@pytest.mark.parametrize(
    ("left", "right", "whole"), [("社保", "业务", "社保业务"), ("the", "fund", "the fund"), ("12", "万元", "12万元")]
)
def test_lines_are_joined_without_a_space_next_to_cjk(left: str, right: str, whole: str) -> None:
    assert join(left, right) == whole


def test_spaces_between_cjk_are_healed() -> None:
    assert healed("满 意 度 96 %") == "满意度 96 %"


def test_a_blank_page_is_told() -> None:
    table = Table(((Cell("甲"), Cell("乙")),), (40, 40))
    buffer = BytesIO()
    with pikepdf.open(BytesIO(foreign(Document((Part("表", (Para(Style.BODY, ("文字",)), table)),))))) as pdf:
        pdf.add_blank_page()
        pdf.save(buffer)
    assert reader_for(Path("外来.pdf"), b"%PDF-")(buffer.getvalue(), "外来.pdf").notes == ("第 2 页是空白页。",)
