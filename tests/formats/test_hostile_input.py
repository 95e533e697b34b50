"""What cannot or must not be opened is refused in plain Chinese, with file, reason and remedy."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from formats.sameness import gist
from formats.samples import statement
from jiping.domain.document import Cell, Document, Part, Table
from jiping.domain.errors import UnreadableFile
from jiping.formats.guard import MAX_BYTES, MAX_CELLS
from jiping.formats.pdf.reader import MOST_PAGES
from jiping.formats.registry import read_file, readable, reader_for, writable, writer_for

OFFICE = ("docx", "xlsx")
WRITTEN = ("docx", "pdf", "xlsx")
BEGINNINGS = {"pdf": b"%PDF-1.7\n", "txt": b"", "html": b"<", "htm": b"<", "rtf": b"{\\rtf1"}
BINARY = ("doc", "et", "wps", "xls")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refusal(folder: Path, name: str, data: bytes) -> UnreadableFile:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    fault = caught.value
    assert str(fault.place).startswith(name)
    assert fault.what
    assert fault.remedy
    return fault


def with_member(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == member else old.read(name))
    return buffer.getvalue()


MAIN = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize("name", readable())
def test_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    assert "空" in refusal(tmp_path, f"空.{name}", b"").what


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.95])
def test_a_truncated_file_is_refused(tmp_path: Path, name: str, share: float) -> None:
    whole = writer_for(name)(statement())
    fault = refusal(tmp_path, f"半截.{name}", whole[: int(len(whole) * share)])
    assert "损坏" in fault.what or "不完整" in fault.what or "没有文字" in fault.what


@pytest.mark.parametrize("name", WRITTEN)
def test_a_text_under_another_name_is_refused(tmp_path: Path, name: str) -> None:
    assert f"扩展名是 {name}，内容却是普通文本" in refusal(tmp_path, f"文字.{name}", "绩效自评".encode()).what


@pytest.mark.parametrize("name", WRITTEN)
def test_random_bytes_are_refused(tmp_path: Path, name: str) -> None:
    refusal(tmp_path, f"乱.{name}", zlib.compress(name.encode() * 50) + bytes(range(256)))


@pytest.mark.parametrize("name", readable())
def test_the_right_beginning_does_not_save_garbage(tmp_path: Path, name: str) -> None:
    beginning = OLE[:8] if name in BINARY else BEGINNINGS.get(name, b"PK\x03\x04")
    refusal(tmp_path, f"伪.{name}", beginning + bytes(range(256)) * 4)


def test_a_workbook_under_the_name_of_a_word_file_is_refused(tmp_path: Path) -> None:
    assert "不是 Word 文件" in refusal(tmp_path, "表.docx", writer_for("xlsx")(statement())).what
    assert "不是 Excel" in refusal(tmp_path, "文.xlsx", writer_for("docx")(statement())).what


@pytest.mark.parametrize("name", OFFICE)
def test_a_locked_or_old_office_file_is_refused_with_the_way_out(tmp_path: Path, name: str) -> None:
    fault = refusal(tmp_path, f"旧.{name}", OLE)
    assert "旧版 Office 文件" in fault.what
    assert "另存为" in fault.remedy


@pytest.mark.parametrize("user_password", ["", "secret"])
def test_a_pdf_with_a_password_is_refused_unless_it_opens_without(tmp_path: Path, user_password: str) -> None:
    import pikepdf

    path = tmp_path / "锁.pdf"
    path.write_bytes(writer_for("pdf")(statement()))
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "锁上.pdf", encryption=pikepdf.Encryption(owner="owner", user=user_password))
    if not user_password:
        assert read_file(tmp_path / "锁上.pdf").parts
        return
    with pytest.raises(UnreadableFile, match="密码"):
        read_file(tmp_path / "锁上.pdf")


def test_an_unknown_extension_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    assert "doc、docx、et、htm、html" in refusal(tmp_path, "自评.pages", b"abc").why


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.txt", tmp_path):
        with pytest.raises(UnreadableFile, match="打不开"):
            read_file(path)


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    with pytest.raises(UnreadableFile, match=f"200 MB，超过 {MAX_BYTES // 2**20} MB"):
        read_file(path)


@pytest.mark.parametrize("name", OFFICE)
def test_a_zip_bomb_is_refused_unopened(tmp_path: Path, name: str) -> None:
    bomb = with_member(writer_for(name)(statement()), MAIN[name], lambda _: bytes(20 * 2**20))
    assert "解压" in refusal(tmp_path, f"炸弹.{name}", bomb).what


def test_a_zip_that_understates_its_size_is_refused(tmp_path: Path) -> None:
    bomb = bytearray(with_member(writer_for("docx")(statement()), MAIN["docx"], lambda _: bytes(20 * 2**20)))
    for at in _central_entries(bomb):
        struct.pack_into("<I", bomb, at + 24, min(1000, struct.unpack_from("<I", bomb, at + 24)[0]))
    refusal(tmp_path, "谎报.docx", bytes(bomb))


@pytest.mark.parametrize("name", OFFICE)
def test_too_many_members_are_refused(tmp_path: Path, name: str) -> None:
    buffer = BytesIO(writer_for(name)(statement()))
    with zipfile.ZipFile(buffer, "a") as package:
        for number in range(5000):
            package.writestr(f"junk/{number}", b"")
    assert "解压" in refusal(tmp_path, f"碎.{name}", buffer.getvalue()).what


@pytest.mark.parametrize("name", OFFICE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xml_entity_is_refused(tmp_path: Path, name: str, encoding: str) -> None:
    def with_entity(xml: bytes) -> bytes:
        body = xml.decode().split("?>", 1)[1]
        head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
        return (head + body).encode(encoding)

    data = with_member(writer_for(name)(statement()), MAIN[name], with_entity)
    assert "实体" in refusal(tmp_path, f"实体.{name}", data).what


def test_a_merge_over_the_whole_sheet_is_refused(tmp_path: Path) -> None:
    merge = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><printOptions'
    data = with_member(
        writer_for("xlsx")(statement()), MAIN["xlsx"], lambda xml: xml.replace(b"<printOptions", merge, 1)
    )
    assert f"超过 {MAX_CELLS} 个" in refusal(tmp_path, "大合并.xlsx", data).what


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x")', "+1", "@SUM(A1)", "-2+3"])
def test_a_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    table = Table(((Cell(text), Cell("文字")),), (40, 40))
    data = writer_for("xlsx")(Document((Part("表", (table,)),)))
    sheet = zipfile.ZipFile(BytesIO(data)).read(MAIN["xlsx"])
    assert b"<f>" not in sheet
    read = reader_for(Path("表.xlsx"), data[:1024])(data, "表.xlsx").parts[0].blocks[0]
    assert isinstance(read, Table)
    assert read.rows[0][0].text == text


@pytest.mark.parametrize(("name", "rows"), [("docx", 10_000), ("xlsx", 10_000), ("pdf", 1_000)])
def test_a_table_of_ten_thousand_rows_is_read_whole(name: str, rows: int) -> None:
    body = tuple((Cell(f"指标{number}"), Cell("98%"), Cell("10")) for number in range(rows))
    document = Document((Part("长表", (Table(body, (60, 40, 40)),)),))
    data = writer_for(name)(document)
    read = reader_for(Path(f"长.{name}"), data[:1024])(data, f"长.{name}")
    assert gist(read) == gist(document)


def test_a_workbook_without_calculated_values_says_which_cell_is_unknown() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["权重", "得分"])
    sheet.append([2, "=A2*1"])
    buffer = BytesIO()
    workbook.save(buffer)
    read = reader_for(Path("表.xlsx"), b"PK\x03\x04")(buffer.getvalue(), "表.xlsx")
    assert any("B2 是公式" in note for note in read.notes)


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    deep = b"<w:sdt><w:sdtContent>" * 60_000
    data = with_member(
        writer_for("docx")(statement()), MAIN["docx"], lambda xml: xml.replace(b"<w:body>", b"<w:body>" + deep)
    )
    refusal(tmp_path, "深.docx", data)
    deep += b"</w:sdtContent></w:sdt>" * 60_000
    data = with_member(
        writer_for("docx")(statement()), MAIN["docx"], lambda xml: xml.replace(b"<w:body>", b"<w:body>" + deep)
    )
    refusal(tmp_path, "深.docx", data)


def test_a_pdf_of_pages_without_end_is_refused(tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for _ in range(MOST_PAGES):
            pdf.pages.append(pdf.pages[0])
        pdf.save(tmp_path / "长.pdf")
    assert "页" in refusal(tmp_path, "长.pdf", (tmp_path / "长.pdf").read_bytes()).what


def test_asking_for_an_unknown_format_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        writer_for("ofd")
    assert "ofd" not in writable()


def _central_entries(data: bytearray) -> list[int]:
    found, at = [], data.find(b"PK\x01\x02")
    while at >= 0:
        found.append(at)
        at = data.find(b"PK\x01\x02", at + 4)
    return found


def test_a_file_under_a_password_is_called_that() -> None:
    locked = b"\xd0\xcf\x11\xe0" + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    with pytest.raises(UnreadableFile, match="内容却是加了密码的 Office 文件"):
        reader_for(Path("自评.docx"), locked)
