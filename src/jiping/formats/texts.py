"""Every text of a Document with a place to name when it cannot be written."""

import unicodedata
from collections.abc import Iterator

from jiping.domain.document import Document, Table
from jiping.domain.errors import MissingGlyph
from jiping.domain.place import Place
from jiping.formats.cells import origins


def texts(document: Document) -> Iterator[tuple[Place, str]]:
    """Yield the visible texts in order; the place counts paragraphs and tables within their part."""
    for part in document.parts:
        paragraph = table = 0
        for block in part.blocks:
            if isinstance(block, Table):
                table += 1
                for (r, c), cell in origins(block).items():
                    yield Place(part.name, table=table, row=r + 1, column=c + 1), cell.text
            else:
                paragraph += 1
                for text in block.texts:
                    yield Place(part.name, paragraph=paragraph), text


def refuse_control_characters(document: Document) -> None:
    """Raise MissingGlyph for a character that no file format can carry as text."""
    for place, text in texts(document):
        for character in text:
            if character != "\n" and unicodedata.category(character) in {"Cc", "Cs"}:
                raise MissingGlyph(
                    f"“{excerpt(text, character)}”里有一个看不见的控制字符（U+{ord(character):04X}）。",
                    remedy="请在原文里删去它；如果是从别处粘贴来的制表符，请改成空格。",
                    place=place,
                )


def excerpt(text: str, character: str) -> str:
    """Return a few characters on either side of the first `character`, with it shown as □."""
    before, _, after = text.partition(character)
    return f"{before[-8:]}□{after[:8]}"
