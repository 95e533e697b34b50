"""Files of other programs under their own names and under wrong ones, made by LibreOffice where it is installed."""

import os  # noqa: TID251  CI must not skip
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from formats.sameness import gist
from formats.samples import statement
from jiping.domain.document import Document, Para, Table
from jiping.domain.errors import UnreadableFile
from jiping.formats.office import convert_by_office, office_program
from jiping.formats.registry import reader_for, writer_for

office = pytest.mark.skipif(
    office_program() is None and not os.environ.get("CI"), reason="LibreOffice 没有安装，旧格式的样本做不出来"
)
BOX = Border(left=Side("thin"), right=Side("thin"), top=Side("thin"), bottom=Side("thin"))
TABLE = "<table><tr><th rowspan=2>指标</th><th colspan=2>得分</th></tr><tr><td>10</td><td>9</td></tr></table>"


def read(data: bytes, name: str) -> Document:
    return reader_for(Path(name), data[:1024])(data, name)


def converted(source: str, to: str) -> bytes:
    return convert_by_office(writer_for(source)(statement()), "x", suffix=source, to=to)


def grid(document: Document) -> list[list[tuple[str, int, int]]]:
    (table,) = [block for part in document.parts for block in part.blocks if isinstance(block, Table)]
    return [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in table.rows]


def lines(document: Document) -> list[str]:
    return [block.text for part in document.parts for block in part.blocks if isinstance(block, Para)]


@office
@pytest.mark.parametrize(
    ("source", "to", "name"),
    [
        ("docx", "doc", "旧.doc"),
        ("docx", "doc", "旧.wps"),
        ("docx", "rtf", "旧.rtf"),
        ("docx", "rtf", "其实是富文本.doc"),
        ("xlsx", "xls", "旧.xls"),
        ("xlsx", "xls", "旧.et"),
        ("xlsx", "xls", "其实是表格.doc"),
    ],
)
def test_an_old_file_says_what_the_new_one_says(source: str, to: str, name: str) -> None:
    assert gist(read(converted(source, to), name)) == gist(statement())


@office
def test_a_conversion_is_told() -> None:
    assert read(converted("docx", "doc"), "旧.doc").notes == ("doc 文件先转换成 docx 再读入，位置按转换后的文件计。",)


@office
def test_number_formats_dates_and_merges_of_an_old_workbook_are_read_as_they_look() -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (["满意度", 0.98, 0.9637], [None, 45372, True]):
        sheet.append(row)
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        cell.border = BOX
    sheet["B1"].number_format, sheet["C1"].number_format = "0%", "0.00%"
    sheet["B2"].number_format = 'yyyy"年"m"月"d"日"'
    sheet.merge_cells("A1:A2")
    sheet.row_dimensions[2].hidden = sheet.column_dimensions["C"].hidden = True
    buffer = BytesIO()
    workbook.save(buffer)
    document = read(convert_by_office(buffer.getvalue(), "x", suffix="xlsx", to="xls"), "旧.xls")
    assert [note[note.index("第") : note.index("隐藏")] for note in document.notes] == ["第 2 行是", "第 C 列是"]
    assert grid(document) == [
        [("满意度", 2, 1), ("98%", 1, 1), ("96.37%", 1, 1)],
        [("2024年3月21日", 1, 1), ("TRUE", 1, 1)],
    ]


@office
def test_a_word_page_saved_as_html_keeps_its_table() -> None:
    table = [
        block for block in read(converted("docx", "html"), "网页.html").parts[0].blocks if isinstance(block, Table)
    ]
    expected = [block for part in statement().parts for block in part.blocks if isinstance(block, Table)]
    texts = [[[cell.text.replace("\n", "") for cell in row] for row in each.rows] for each in table]
    assert texts == [[[cell.text for cell in row] for row in each.rows] for each in expected]


@office
@pytest.mark.parametrize("source", ["docx", "xlsx"])
def test_a_pdf_printed_by_another_program_keeps_every_cell(source: str) -> None:
    tables = [block for block in read(converted(source, "pdf"), "打印.pdf").parts[0].blocks if isinstance(block, Table)]
    expected = [block for part in statement().parts for block in part.blocks if isinstance(block, Table)]
    assert [_squeezed(each) for each in tables] == [_squeezed(each) for each in expected]


def _squeezed(table: Table) -> list[list[tuple[str, int, int]]]:
    return [[(cell.text.replace(" ", ""), cell.rowspan, cell.colspan) for cell in row] for row in table.rows]


def test_without_libreoffice_one_learns_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jiping.formats.office.office_program", lambda: None)
    with pytest.raises(UnreadableFile) as caught:
        read(b"\xd0\xcf\x11\xe0" + "WordDocument\0".encode("utf-16-le"), "旧.doc")
    assert "另存为 docx" in caught.value.remedy
    assert "安装 LibreOffice" in caught.value.remedy


def test_a_converter_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr("jiping.formats.office.office_program", lambda: str(program))
    monkeypatch.setattr("jiping.formats.office.PATIENCE_SECONDS", 0.2)
    with pytest.raises(UnreadableFile, match="已停止"):
        convert_by_office(b"x", "旧.doc", suffix="doc", to="docx")


def test_a_converter_that_writes_nothing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setattr("jiping.formats.office.office_program", lambda: str(program))
    with pytest.raises(UnreadableFile, match="打不开"):
        convert_by_office(b"x", "旧.doc", suffix="doc", to="docx")


@pytest.mark.parametrize(
    ("written", "name"), [("docx", "其实.doc"), ("xlsx", "其实.xls"), ("docx", "其实.wps"), ("html", "其实.doc")]
)
def test_a_renamed_file_is_read_for_what_it_is_and_told(written: str, name: str) -> None:
    document = read(writer_for(written)(statement()), name)
    assert gist(document) == gist(statement())
    assert document.notes[0] == f"扩展名是 {name[-3:]}，内容其实是 {written}，已按 {written} 读入。"


@pytest.mark.parametrize("name", ["网页.html", "网页.htm", "导出.xls"])
@pytest.mark.parametrize("code", ["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-8-sig"])
def test_a_web_page_is_read_in_any_encoding(name: str, code: str) -> None:
    meta = "gb2312" if code == "gb18030" else code
    page = (
        f"<html><head><meta charset={meta}><title>不读</title></head><body><p>自评&nbsp;报告</p>{TABLE}</body></html>"
    )
    document = read(page.encode(code), name)
    assert lines(document) == ["自评 报告"]
    assert grid(document) == [[("指标", 2, 1), ("得分", 1, 2)], [("10", 1, 1), ("9", 1, 1)]]


def test_a_page_that_states_no_encoding_or_a_wrong_one_is_read_all_the_same() -> None:
    assert lines(read("<html><p>自评报告".encode("gb18030"), "a.html")) == ["自评报告"]
    assert lines(read('<html><meta charset="utf-8"><p>自评报告'.encode("gb18030"), "a.html")) == ["自评报告"]


def test_a_table_that_only_lays_out_is_looked_through() -> None:
    page = f"<table><tr><td>导航</td><td><p>文</p>{TABLE}</td></tr></table>"
    document = read(f"<html>{page}".encode(), "a.html")
    assert len(grid(document)) == 2
    assert lines(document) == ["导航", "文"]


def test_what_a_page_does_not_show_is_not_read() -> None:
    page = (
        "<html><script>var a='脚本'</script><style>b{}</style><p style='display: none'>藏</p><!-- 注 --><p>见<br>行</p>"
    )
    assert lines(read(page.encode(), "a.html")) == ["见\n行"]


def test_ticks_of_a_web_form_become_signs() -> None:
    page = "<html><p><input type=checkbox checked>是 <input type=checkbox>否</p>"
    assert lines(read(page.encode(), "a.html")) == ["☑是 ☐否"]


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be", "gb18030", "utf-8-sig"])
def test_a_text_is_read_without_a_mark_of_its_encoding(code: str) -> None:
    text = "一、项目概况\n2024 年支出 6 万元。\n"
    assert [line for line in lines(read(text.encode(code), "文.txt")) if line] == [
        "一、项目概况",
        "2024 年支出 6 万元。",
    ]


def test_a_span_beyond_all_measure_is_refused_or_cut() -> None:
    rows = "<tr><td rowspan=65000 colspan=1000>大</td></tr>" * 400
    with pytest.raises(UnreadableFile, match="个单元格"):
        read(f"<html><table>{rows}</table>".encode(), "a.html")


def test_a_workbook_that_claims_a_million_rows_but_has_two_is_read_at_once() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    assert lines(read(workbook(rows), "表.xlsx")) == ["甲", "2"]


def test_a_cell_far_to_the_right_does_not_fill_the_memory() -> None:
    rows = "".join(
        f'<row r="{r}"><c r="A{r}" t="b"><v>1</v></c><c r="XFD{r}"><v>1</v></c></row>' for r in range(1, 400)
    )
    with pytest.raises(UnreadableFile, match="个单元格"):
        read(workbook(rows), "表.xlsx")


def workbook(rows: str) -> bytes:
    """Return a workbook whose first sheet has these rows."""
    buffer, result = BytesIO(), BytesIO()
    Workbook().save(buffer)
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>'
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return result.getvalue()
