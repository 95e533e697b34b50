"""A designer sees his change without starting anything again."""

import shutil
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium

from jiping.statements.preview import changes, preview
from statements.printed import FACTS, FOLDER


def test_a_changed_word_is_on_the_next_preview(tmp_path: Path) -> None:
    folder = tmp_path / "look"
    shutil.copytree(FOLDER, folder)
    turns = changes(folder)
    next(turns)
    assert "查验真伪" in _text(preview(folder, FACTS))
    labels = folder / "labels.yaml"
    labels.write_text(labels.read_text(encoding="utf-8").replace("扫码查验真伪", "扫一扫核对"), encoding="utf-8")
    next(turns)
    assert "扫一扫核对" in _text(preview(folder, FACTS))


def _text(pdf: bytes) -> str:
    return str(pdfium.PdfDocument(BytesIO(pdf))[0].get_textpage().get_text_bounded())
