"""Write a Document as a workbook: a sheet a part, typed numbers, sums as formulas that carry their value.

Rules the reader relies on: only table cells have borders; two tables in a row are parted by an empty row; a paragraph
too tall for one row goes on in the next, and every row of it but the last is exactly TALLEST_ROW_PT high.
"""

import base64
import re
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from jiping.domain.document import Attachment, Document
from jiping.formats.texts import refuse_control_characters
from jiping.formats.xlsx.sheet import Sheet

ATTACHMENT_SHEET = "jiping"
LONGEST_NAME = 31
CHUNK = 30_000

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def write(document: Document) -> bytes:
    """Return the xlsx file of `document`; JipingError for a text no cell can hold."""
    refuse_control_characters(document)
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": document.title, "created": datetime(1980, 1, 1)})  # noqa: DTZ001
        formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        for part, name in zip(document.parts, sheet_names([part.name for part in document.parts]), strict=True):
            Sheet(workbook, workbook.add_worksheet(name), part, formats).draw()
        if document.attachment is not None:
            _attach(workbook.add_worksheet(ATTACHMENT_SHEET), document.attachment)
    return buffer.getvalue()


def sheet_names(names: list[str]) -> list[str]:
    """Return names a workbook accepts: no forbidden signs, at most 31 characters, all different, never ours."""
    taken = {ATTACHMENT_SHEET, "history"}
    result = []
    for name in names:
        clean = _FORBIDDEN.sub("_", name).strip("' ") or "正文"
        number, candidate = 1, _cut(clean, LONGEST_NAME)
        while candidate.lower() in taken:
            number += 1
            candidate = f"{_cut(clean, LONGEST_NAME - len(str(number)) - 2)}({number})"
        taken.add(candidate.lower())
        result.append(candidate)
    return result


def _cut(name: str, units: int) -> str:
    """Shorten a name to so many UTF-16 units, which is how workbooks count: a rare character takes two."""
    return name.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").rstrip("' ")


def _attach(sheet: Any, attachment: Attachment) -> None:
    sheet.very_hidden()
    content = base64.b64encode(attachment.content).decode("ascii")
    pieces = (content[at : at + CHUNK] for at in range(0, len(content), CHUNK))
    for row, text in enumerate((attachment.name, attachment.media_type, attachment.description, *pieces)):
        sheet.write_string(row, 0, text)
