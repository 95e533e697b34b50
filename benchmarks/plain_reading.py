"""The plain library way to read a score table: what one would write by hand, with the same facts as its result.

A fact is one row's eight texts. Nothing is recognised, scored or checked here.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

Facts = set[tuple[str, ...]]


def python_docx(data: bytes) -> Facts:
    """`row.cells` for every row of every table, as the library's guide shows, and the paragraphs between them."""
    import docx

    page = docx.Document(BytesIO(data))
    narrative = {_squeezed([paragraph.text]) for paragraph in page.paragraphs}
    return narrative | {_squeezed(cell.text for cell in row.cells) for table in page.tables for row in table.rows}


def pdfplumber(data: bytes) -> Facts:
    """`extract_tables` with its defaults, and the text of every page for the narrative."""
    import pdfplumber as library

    facts: Facts = set()
    with library.open(BytesIO(data)) as book:
        for page in book.pages:
            facts.add(_squeezed([page.extract_text()]))
            facts |= {_squeezed(cell or "" for cell in row) for table in page.extract_tables() for row in table}
    return facts


def openpyxl(data: bytes) -> Facts:
    """Every row of every sheet, values only."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), data_only=True)
    return {
        _squeezed("" if cell is None else str(cell) for cell in row)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
    }


def _squeezed(cells: Any) -> tuple[str, ...]:
    return tuple("".join(text.split()) for text in cells)


WAYS: dict[str, tuple[str, Callable[[bytes], Facts]]] = {
    "docx": ("python-docx row.cells", python_docx),
    "pdf": ("pdfplumber 默认", pdfplumber),
    "xlsx": ("openpyxl", openpyxl),
}
