"""OFD files: letters and lines at their places become the same tables and paragraphs as in any other fixed page."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from formats.ofd_sample import SPACE, ofd_of, packed
from formats.samples import statement
from formats.test_ruled_pdf import foreign, without_spaces
from jiping.domain.document import Block, Document, Para
from jiping.domain.errors import UnreadableFile
from jiping.formats.registry import reader_for


def read(data: bytes) -> Document:
    return reader_for(Path("版式.ofd"), data[:1024])(data, "版式.ofd")


def page(*objects: str) -> bytes:
    body = (
        f'<ofd:Page xmlns:ofd="{SPACE}"><ofd:Content><ofd:Layer>{"".join(objects)}</ofd:Layer></ofd:Content></ofd:Page>'
    )
    return packed({"Doc_0/Pages/1.xml": body})


def text(words: str, x: int, y: int, delta: str = "", matrix: str = "") -> str:
    about = f'CTM="{matrix}"' if matrix else ""
    step = f'DeltaX="{delta}"' if delta else ""
    return f'<ofd:TextObject Boundary="{x} {y} 100 6" Size="5" {about}><ofd:TextCode X="0" Y="4" {step}>{words}</ofd:TextCode></ofd:TextObject>'


def blocks(data: bytes) -> tuple[Block, ...]:
    return read(data).parts[0].blocks


def test_a_typeset_statement_comes_back_from_its_letters_and_lines() -> None:
    assert without_spaces(read(ofd_of(foreign(statement())))) == without_spaces(statement())


def test_places_name_page_and_cell() -> None:
    table = next(block for block in blocks(ofd_of(foreign(statement()))) if not isinstance(block, Para))
    assert str(table.rows[0][0].place) == "版式.ofd 第 1 页 第 1 个表 第 1 行第 1 列"


def test_steps_between_letters_may_be_counted() -> None:
    (only,) = blocks(page(text("绩效自评价", 20, 100, "g 3 5 5")))
    assert isinstance(only, Para)
    assert only.text == "绩效自评价"


def test_a_matrix_moves_letters() -> None:
    (only,) = blocks(page(text("下文", 20, 100, matrix="1 0 0 1 0 50"), text("上文", 20, 100)))
    assert isinstance(only, Para)
    assert only.text == "上文下文"


def test_a_location_that_leads_out_of_the_package_stays_in_it() -> None:
    data = packed({"Doc_0/../../../../etc/passwd": f'<ofd:Page xmlns:ofd="{SPACE}"/>'})
    with pytest.raises(UnreadableFile):
        read(data)


def test_a_page_without_letters_is_told() -> None:
    objects = f'<ofd:Page xmlns:ofd="{SPACE}"/>'
    full = f'<ofd:Page xmlns:ofd="{SPACE}"><ofd:Content><ofd:Layer>{text("文字", 20, 20)}</ofd:Layer></ofd:Content></ofd:Page>'
    assert read(packed({"Doc_0/1.xml": full, "Doc_0/2.xml": objects})).notes == (
        "第 2 页没有文字，可能是扫描的图片，没有读入。",
    )


def test_a_million_repeated_steps_cost_nothing() -> None:
    assert blocks(page(text("绩效", 20, 20, f"g {10**12} 5")))


def test_a_package_of_another_kind_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "b")
    with pytest.raises(UnreadableFile, match="不是 OFD"):
        read(buffer.getvalue())
