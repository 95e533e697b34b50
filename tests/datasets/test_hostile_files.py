"""Whatever a stranger sends ends in one clear error, and leaves nothing behind."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from datasets.files import HEADINGS, as_csv, as_parquet, as_xlsx, imported
from jiping.domain.errors import JipingError

GOOD = ("1", "手册", "2024-01-05", "5.00")


def bytes_of(content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "台账.csv"
        path.write_bytes(content)
        return path

    return make


def repacked(change: Callable[[dict[str, bytes]], None]) -> Callable[[Path], Path]:
    """Return a maker of a workbook whose members `change` has been at."""

    def make(folder: Path) -> Path:
        path = as_xlsx(folder / "台账.xlsx", [GOOD])
        with zipfile.ZipFile(path) as package:
            members = {name: package.read(name) for name in package.namelist()}
        change(members)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in members.items():
                package.writestr(name, content)
        return path

    return make


def add_bomb(members: dict[str, bytes]) -> None:
    members["xl/media/image1.png"] = b"\0" * (64 * 2**20)


def add_macro(members: dict[str, bytes]) -> None:
    members["xl/vbaProject.bin"] = b"Sub Auto_Open"


def claim_ten_million_rows(members: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet1.xml"
    members[name] = members[name].replace(b'ref="A1:D2"', b'ref="A1:D10000000"')


def number_a_row_ten_million(members: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet1.xml"
    members[name] = members[name].replace(b'<row r="2"', b'<row r="10000000"').replace(b'"A2"', b'"A10000000"')


def add_entities(members: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet1.xml"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    members[name] = members[name].replace(b"?>", b"?>" + bomb, 1).replace(b"<v>0</v>", b"<v>&b;</v>", 1)


def drop_workbook(members: dict[str, bytes]) -> None:
    del members["xl/workbook.xml"]


def cut_sheet(members: dict[str, bytes]) -> None:
    members["xl/worksheets/sheet1.xml"] = members["xl/worksheets/sheet1.xml"][:400]


def cut_file(folder: Path) -> Path:
    path = as_xlsx(folder / "台账.xlsx", [GOOD] * 100)
    path.write_bytes(path.read_bytes()[:3000])
    return path


def locked(folder: Path) -> Path:
    path = as_xlsx(folder / "台账.xlsx", [GOOD])
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    return path


def cut_parquet(folder: Path) -> Path:
    path = as_parquet(folder / "台账.parquet", [GOOD] * 100)
    path.write_bytes(path.read_bytes()[:-50])
    return path


HEAD = ",".join(HEADINGS).encode()
LINES = b"\n".join([HEAD, *[b"1,a,2024-01-05,5"] * 20_000])

MAKERS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "空文件": (bytes_of(b""), "空的"),
    "空字节": (bytes_of(HEAD + b"\n1,\0,2024-01-05,5\n"), "不该出现"),
    "只有空字节": (bytes_of(b"\0" * 5000), ""),
    "乱字节": (bytes_of(bytes(range(256)) * 40), ""),
    "UTF-8 中途坏掉": (bytes_of(LINES + b"\n2,\xe4\xb8,2024-01-05,5\n"), "不是 utf-8 编码"),
    "GB18030 中途坏掉": (bytes_of("凭证号,业务\n".encode("gb18030") + b"1,\xff\xff\n"), "不是 gb18030 编码"),
    "UTF-16 少一个字节": (bytes_of("凭证号,业务\n1,手册\n".encode("utf-16")[:-1]), "不是 utf-16 编码"),
    "引号没有配对": (bytes_of(HEAD + b'\n1,"a,2024-01-05,5\n2,b,2024-01-05,5\n'), "引号没有配对"),
    "一行两百万字": (bytes_of(HEAD + b"\n" + b"1" * 2_000_000), "一行长得不正常"),
    "一行一万个单元格": (bytes_of(HEAD + b"\n" + b"1," * 10_000), "单元格"),
    "网页冒充表格": (bytes_of("<html><table><tr><td>凭证号</td></tr></table>".encode()), "网页"),
    "旧式 xls": (bytes_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "xls"),
    "PDF": (bytes_of(b"%PDF-1.7\n"), "PDF"),
    "压缩包": (bytes_of(b"PK\x03\x04" + b"\0" * 100), "已损坏"),
    "压缩炸弹": (repacked(add_bomb), "大得不正常"),
    "宏": (repacked(add_macro), "宏"),
    "自称一千万行": (repacked(claim_ten_million_rows), "行数超过"),
    "行号一千万": (repacked(number_a_row_ten_million), "行数超过"),
    "实体炸弹": (repacked(add_entities), ""),
    "加了密码": (locked, "密码"),
    "工作表被截断": (repacked(cut_sheet), "已损坏"),
    "工作簿被截断": (cut_file, "已损坏"),
    "Parquet 被截断": (cut_parquet, "已损坏"),
    "不是工作簿的压缩包": (repacked(drop_workbook), "没有工作簿"),
    "没有表头": (bytes_of(b"1,2,3,4\n5,6,7,8\n"), "缺少必需的列"),
}


@pytest.mark.parametrize("name", MAKERS)
def test_hostile_file_ends_in_one_clear_error(name: str, tmp_path: Path) -> None:
    make, what = MAKERS[name]
    source = make(tmp_path)
    with pytest.raises(JipingError) as told:
        imported(tmp_path / "data", source)
    assert what in str(told.value)
    assert told.value.remedy
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("没有.csv", "没有这个文件"),
        ("duckdb:没有.duckdb#表", "没有这个文件"),
        ("duckdb:没有.duckdb", "哪一张表"),
        ("postgresql://张三:秘密@主机/库", "哪一张表"),
    ],
)
def test_address_that_leads_nowhere_is_told_without_secrets(source: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(JipingError, match=what) as told:
        imported(tmp_path / "data", source)
    assert "秘密" not in str(told.value)


def test_database_reaches_no_file_beside_it(tmp_path: Path) -> None:
    secret = as_csv(tmp_path / "秘密.csv", [GOOD])
    with duckdb.connect(str(tmp_path / "坏.duckdb")) as con:
        con.execute(f"CREATE VIEW 到账 AS FROM read_csv('{secret}', all_varchar=true)")
    with pytest.raises(JipingError, match="没有表"):
        imported(tmp_path / "data", f"duckdb:{tmp_path / '坏.duckdb'}#到账")


def test_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    fake = as_csv(tmp_path / "假.duckdb", [GOOD] * 500)
    with pytest.raises(JipingError, match="不是能打开的"):
        imported(tmp_path / "data", f"duckdb:{fake}#到账")


def test_several_sheets_want_a_choice(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "两张.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("一月", "二月"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, HEADINGS)
            sheet.write_row(1, 0, (name, *GOOD[1:]))
        book.add_worksheet("空表")
    with pytest.raises(JipingError, match="一月、二月"):
        imported(tmp_path / "data", path)
    chosen = imported(tmp_path / "data", path, sheet="二月").snapshot
    assert chosen is not None
    assert chosen.origin[0].name == "两张.xlsx#二月"
    with pytest.raises(JipingError, match="没有名为“三月”"):
        imported(tmp_path / "data", path, sheet="三月")


def test_cell_far_to_the_right_is_told(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "宽.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, GOOD)
        sheet.write_string(2, 16_383, "远")
    with pytest.raises(JipingError, match=r"第 3 行.*16384"):
        imported(tmp_path / "data", path)


def test_rows_beyond_the_size_a_sheet_claims_are_read(tmp_path: Path) -> None:
    def claim_one_row(members: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        members[name] = members[name].replace(b'ref="A1:D2"', b'ref="A1:D1"')

    snapshot = imported(tmp_path / "data", repacked(claim_one_row)(tmp_path)).snapshot
    assert snapshot is not None
    assert snapshot.rows == 1


def test_text_of_many_columns_is_read(tmp_path: Path) -> None:
    wide = as_csv(tmp_path / "宽.csv", [(*GOOD, *[""] * 900)])
    assert imported(tmp_path / "data", wide).snapshot is not None
