"""Scanned pages: read by recognition where the extra is installed, else told with the way out."""

import os  # noqa: TID251  CI must not skip
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from formats.samples import score_part
from formats.test_ruled_pdf import foreign
from jiping.domain.document import Cell, Document, Para, Table
from jiping.domain.errors import UnreadableFile
from jiping.formats.registry import reader_for

ocr = pytest.mark.skipif(
    find_spec("rapidocr_onnxruntime") is None and not os.environ.get("CI"), reason="文字识别扩展 ocr 没有安装"
)
PAGE = score_part(
    (
        ("决策指标", "项目立项", "立项程序规范性", "规范", "规范", "4", "4", "会议纪要"),
        ("满意度指标", "满意度指标", "服务对象满意度", "98%", "96%", "10", "9", "问卷 200 份"),
    )
)


def scanned(pages: int = 1, typed: int = 0) -> bytes:
    """Return a PDF of pictures of the sample page, followed by pages that hold its text."""
    text = foreign(Document((PAGE,)))
    picture = pdfium.PdfDocument(text)[0].render(scale=200 / 72).to_pil()
    buffer = BytesIO()
    picture.save(buffer, "pdf", resolution=200)
    result = BytesIO()
    with pikepdf.open(buffer) as pdf, pikepdf.open(BytesIO(text)) as source:
        for _ in range(pages - 1):
            pdf.pages.append(pdf.pages[0])
        for _ in range(typed):
            pdf.pages.append(source.pages[0])
        pdf.save(result)
    return result.getvalue()


def read(data: bytes) -> Document:
    return reader_for(Path("扫描.pdf"), data[:1024])(data, "扫描.pdf")


def table_of(document: Document) -> Table:
    return next(block for block in document.parts[0].blocks if isinstance(block, Table))


@ocr
def test_a_scanned_table_is_recognised_cell_by_cell_and_each_cell_says_how_sure() -> None:
    document = read(scanned())
    rows = [[cell.text.replace(" ", "") for cell in row] for row in table_of(document).rows]
    assert rows[3] == ["满意度指标", "满意度指标", "服务对象满意度", "98%", "96%", "10", "9", "问卷200份"]
    cells: list[Cell] = [cell for row in table_of(document).rows for cell in row if cell.text]
    assert all(cell.confidence is not None and 0 < cell.confidence <= 1 for cell in cells)
    paragraphs = [block for block in document.parts[0].blocks if isinstance(block, Para)]
    assert all(block.confidence is not None and 0 < block.confidence <= 1 for block in paragraphs)
    assert "第 1 页是图片，文字由识别得来" in document.notes[0]


@ocr
def test_pages_with_text_beside_scanned_ones_are_read_as_text() -> None:
    document = read(scanned(typed=1))
    tables = [block for block in document.parts[0].blocks if isinstance(block, Table)]
    assert len(document.notes) == 1
    assert tables[-1].rows[-1][0].confidence is None
    assert any(isinstance(block, Para) and "评分表" in block.text for block in document.parts[0].blocks)


def test_without_the_extra_a_scan_is_refused_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jiping.formats.scan.extra.can_read_pictures", lambda: False)
    with pytest.raises(UnreadableFile, match=r"\.\[ocr\]"):
        read(scanned())
    assert "第 1 页没有文字" in read(scanned(typed=1)).notes[0]


@ocr
def test_red_seals_are_white_and_dark_letters_under_them_stay() -> None:
    import numpy as np

    from jiping.formats.scan.picture import WHITE, without_seals

    picture = np.full((9, 30, 3), WHITE, np.uint8)
    picture[:, 0:10] = (60, 60, 230)
    picture[:, 20:30] = (30, 20, 60)
    gray = without_seals(picture)
    assert (gray[:, :10] == WHITE).all()
    assert (gray[:, 20:] < 100).all()
