"""Word files: what ours contain, and what the hands of other people put into theirs."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from formats.samples import statement
from jiping.domain.document import Block, Document, Para, Part, Style, Table
from jiping.formats.docx.markup import W, q
from jiping.formats.registry import reader_for, writer_for


def main_part() -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(writer_for("docx")(statement()))).read("word/document.xml"))


def read_body(body: str) -> Document:
    """Read a Word file with this body."""
    data = writer_for("docx")(Document((Part("空", ()),)))
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            xml = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return reader_for(Path("外来.docx"), b"PK\x03\x04")(buffer.getvalue(), "外来.docx")


def blocks(body: str) -> tuple[Block, ...]:
    return read_body(body).parts[0].blocks


def grid_of(body: str) -> list[list[tuple[str, int, int]]]:
    (table,) = blocks(body)
    assert isinstance(table, Table)
    return [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in table.rows]


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def test_every_run_names_its_east_asian_face() -> None:
    faces = [run.find(f"{q('rPr')}/{q('rFonts')}") for run in main_part().iter(q("r"))]
    assert faces
    assert all(face is not None and face.get(q("eastAsia")) for face in faces)


def test_heading_rows_repeat_and_rows_stay_whole() -> None:
    rows = list(main_part().iter(q("tr")))
    assert sum(1 for row in rows if row.find(f"{q('trPr')}/{q('tblHeader')}") is not None) == 2
    assert all(row.find(f"{q('trPr')}/{q('cantSplit')}") is not None for row in rows)


def test_another_library_opens_it_and_sees_the_merged_cells() -> None:
    table = docx.Document(BytesIO(writer_for("docx")(statement()))).tables[1]
    assert table.cell(2, 0).text == "决策指标"
    assert table.cell(7, 0)._tc is table.cell(2, 0)._tc


def test_the_page_is_the_official_one() -> None:
    section = docx.Document(BytesIO(writer_for("docx")(statement()))).sections[0]
    lengths = (section.page_width, section.top_margin, section.left_margin)
    assert [round(length.mm) for length in lengths if length] == [210, 37, 28]


def test_insertions_count_and_deletions_do_not_and_both_are_told() -> None:
    document = read_body(
        "<w:p><w:r><w:t>得分</w:t></w:r><w:ins><w:r><w:t>99</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>100</w:delText></w:r></w:del></w:p>"
    )
    assert [block.text for block in document.parts[0].blocks if isinstance(block, Para)] == ["得分99"]
    assert len(document.notes) == 2


def test_content_controls_are_looked_through() -> None:
    body = f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    assert [block.text for block in blocks(body) if isinstance(block, Para)] == ["甲", "乙"]


def test_tabs_part_the_texts_of_a_line_and_soft_breaks_stay() -> None:
    body = "<w:p><w:r><w:t>单位：甲</w:t><w:tab/><w:t>项目：乙</w:t></w:r></w:p><w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>"
    first, second = blocks(body)
    assert first == Para(Style.LINE, ("单位：甲", "项目：乙"))
    assert second == Para(Style.BODY, ("上\n下",))


@pytest.mark.parametrize(
    "between",
    [
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
        "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>",
    ],
)
def test_a_new_page_begins_a_new_part(between: str) -> None:
    assert [part.name for part in read_body(p("情况表") + between + p("评分表")).parts] == ["情况表", "评分表"]


def test_vertical_merges_left_gaps_and_ragged_rows_make_a_full_grid() -> None:
    down, on, wide = "<w:vMerge w:val='restart'/>", "<w:vMerge/>", "<w:gridSpan w:val='2'/>"
    body = (
        f"<w:tbl><w:tr>{tc('甲', down)}{tc('乙', wide)}</w:tr>"
        f"<w:tr>{tc('', on)}{tc('丙')}{tc('丁')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{tc('戊')}</w:tr></w:tbl>"
    )
    assert grid_of(body) == [
        [("甲", 2, 1), ("乙", 1, 2)],
        [("丙", 1, 1), ("丁", 1, 1)],
        [("", 1, 1), ("戊", 1, 1), ("", 1, 1)],
    ]


def test_a_table_in_a_cell_becomes_lines_of_its_text() -> None:
    inner = f"<w:tbl><w:tr>{tc('一')}{tc('二')}</w:tr><w:tr>{tc('三')}{tc('四')}</w:tr></w:tbl>"
    assert grid_of(f"<w:tbl><w:tr><w:tc>{p('外')}{inner}</w:tc></w:tr></w:tbl>") == [[("外\n一 二\n三 四", 1, 1)]]
