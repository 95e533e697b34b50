"""Plain text: every line in order, whatever the encoding."""

import pytest

from jiping.domain.document import Para, Table
from jiping.domain.errors import UnreadableFile
from jiping.formats.txt.reader import read

TEXT = "一、项目概况\n\n  面积 12㎡，𠮷先生。  \n"
LINES = ["一、项目概况", "", "  面积 12㎡，𠮷先生。", ""]


def paras(data: bytes) -> list[Para]:
    (part,) = read(data, "自评.txt").parts
    return [block for block in part.blocks if isinstance(block, Para)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_is_a_paragraph_in_any_encoding(encoding: str, end: str) -> None:
    assert [para.text for para in paras(TEXT.replace("\n", end).encode(encoding))] == LINES


def test_lines_are_counted_over_the_file_and_pages_by_form_feeds() -> None:
    found = paras("甲\n乙\f丙\n丁".encode())
    assert [str(para.place) for para in found] == [
        "自评.txt 第 1 页 第 1 行",
        "自评.txt 第 1 页 第 2 行",
        "自评.txt 第 2 页 第 3 行",
        "自评.txt 第 2 页 第 4 行",
    ]


def test_a_text_without_form_feeds_has_no_pages() -> None:
    assert str(paras("甲\n乙".encode())[1].place) == "自评.txt 第 2 行"


def test_a_text_has_no_ruled_tables() -> None:
    assert not read("甲".encode(), "自评.txt").ruled


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"\xff\xfe\x00", "甲乙".encode()[:-1] + b"\xff", b" \n \n"])
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(data, "自评.txt")


PASTED = "自评表\n项目名称\t\t扶贫车间\n一级指标\t分值\t得分\n产出\t10\n注：无"


def test_lines_parted_by_tabs_are_the_rows_of_a_table_with_a_cell_between_any_two_tabs() -> None:
    document = read(PASTED.encode(), "自评.txt")
    first, table, last = document.parts[0].blocks
    assert document.ruled
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["项目名称", "", "扶贫车间"],
        ["一级指标", "分值", "得分"],
        ["产出", "10", ""],
    ]
    assert [block.text for block in (first, last) if isinstance(block, Para)] == ["自评表", "注：无"]
    assert str(table.rows[2][1].place) == "自评.txt 第 4 行 第 1 个表 第 3 行第 2 列"


def test_a_lone_tab_makes_no_table() -> None:
    assert not read("甲\t乙\n丙".encode(), "自评.txt").ruled
