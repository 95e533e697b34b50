"""Whatever can be written and read comes back: texts, spans and parts, whatever the format."""

import pytest
from hypothesis import HealthCheck, given, settings

from formats.generated import DOCUMENTS
from formats.sameness import gist
from formats.samples import ROWS, score_part, statement
from jiping.domain.document import Document, Para, Part, Style, Table
from jiping.domain.place import Place
from jiping.formats.registry import readable, reader_for, writable, writer_for

BOTH_WAYS = sorted(set(writable()) & set(readable()))
PATIENT = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def there_and_back(document: Document, name: str) -> Document:
    from pathlib import Path

    data = writer_for(name)(document)
    return reader_for(Path(f"自评.{name}"), data[:1024])(data, f"自评.{name}")


def test_the_formats_read_and_written_are_the_official_ones() -> None:
    assert BOTH_WAYS == ["docx", "html", "pdf", "xlsx"]
    assert set(writable()) == {"docx", "html", "pdf", "xlsx"}
    others = {"doc", "et", "htm", "ofd", "rtf", "txt", "wps", "xls"}
    assert set(readable()) == {*BOTH_WAYS, *others}


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_statement_and_its_score_table_come_back(name: str) -> None:
    assert gist(there_and_back(statement(), name)) == gist(statement())


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_table_longer_than_a_page_comes_back_whole(name: str) -> None:
    document = Document((score_part(ROWS * 6),), title="长表")
    assert gist(there_and_back(document, name)) == gist(document)


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_the_attached_file_comes_back_to_the_byte(name: str) -> None:
    assert there_and_back(statement(), name).attachment == statement().attachment


@pytest.mark.parametrize("name", BOTH_WAYS)
@given(document=DOCUMENTS)
@PATIENT
def test_any_document_comes_back(name: str, document: Document) -> None:
    assert gist(there_and_back(document, name)) == gist(document)


@pytest.mark.parametrize("name", writable())
def test_equal_documents_give_equal_bytes(name: str) -> None:
    assert writer_for(name)(statement()) == writer_for(name)(statement())


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_every_paragraph_and_cell_knows_its_place(name: str) -> None:
    for part in there_and_back(statement(), name).parts:
        for block in part.blocks:
            assert block.place is not None
            assert block.place.file == f"自评.{name}"
            if isinstance(block, Table):
                assert all(cell.place and cell.place.row and cell.place.column for row in block.rows for cell in row)


def test_places_read_as_a_person_would_point() -> None:
    cell = {name: _score_cell(there_and_back(statement(), name)) for name in BOTH_WAYS}
    assert str(cell["docx"]) == "自评.docx 第 2 个表 第 3 行第 3 列"
    assert str(cell["xlsx"]) == "自评.xlsx 工作表“评分表” 第 1 个表 第 6 行第 3 列"
    assert str(cell["pdf"]) == "自评.pdf 第 3 页 第 2 个表 第 3 行第 3 列"


def test_a_sheet_is_named_after_its_part_and_pdf_keeps_part_names() -> None:
    for name in ("xlsx", "pdf"):
        assert [part.name for part in there_and_back(statement(), name).parts] == ["情况表", "评分表"]
    assert there_and_back(statement(), "docx").parts[0].name == "项目支出绩效自评价情况表"


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_paragraph_of_several_pages_stays_one(name: str) -> None:
    text = "我单位严格按照 2024 年初设定的目标开展工作，" * 150
    document = Document((Part("报告", (Para(Style.BODY, (text,)), Para(Style.BODY, ("无。",)))),))
    assert gist(there_and_back(document, name)) == gist(document)


def _score_cell(document: Document) -> Place | None:
    table = next(block for block in document.parts[1].blocks if isinstance(block, Table))
    return next(cell.place for cell in table.rows[2] if cell.text == "项目立项充分性")
