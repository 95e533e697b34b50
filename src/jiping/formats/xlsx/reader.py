"""Read a workbook as its sheets look: number formats applied, merges resolved, hidden sheets left out and named.

Runs of rows with borders are tables, other rows are paragraphs; on a sheet without any border, but with visible
gridlines, runs of rows with several texts are tables. A part is named after its sheet.
"""

import base64
import re
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from jiping.domain.document import Attachment, Document, Part
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import damage_reported, open_package
from jiping.formats.xlsx.blocks import blocks_of
from jiping.formats.xlsx.limits import refuse_huge_sheets
from jiping.formats.xlsx.writer import ATTACHMENT_SHEET

MAGIC = (b"PK\x03\x04",)


def read(data: bytes, name: str) -> Document:
    """Return the visible sheets of an xlsx file as parts; UnreadableFile when it is not one."""
    with damage_reported(name), open_package(data, name) as package:
        if "xl/workbook.xml" not in package.namelist():
            raise UnreadableFile("这不是 Excel 工作簿。", remedy="请确认扩展名与内容一致。", place=Place(name))
        refuse_huge_sheets(package, name)
        workbook = load_workbook(BytesIO(data), data_only=True)
        formulas = load_workbook(BytesIO(data), read_only=True) if _has_formulas(package) else None
        notes: list[str] = []
        parts = []
        for sheet in workbook.worksheets:
            if sheet.sheet_state != "visible":
                if sheet.title != ATTACHMENT_SHEET:
                    notes.append(f"工作表“{sheet.title}”是隐藏的，没有读入。")
                continue
            notes += _uncalculated(sheet, formulas)
            blocks = blocks_of(sheet, Place(name, sheet=sheet.title))
            if blocks:
                parts.append(Part(sheet.title, blocks))
        return Document(tuple(parts), title=name, attachment=_attachment(workbook), notes=tuple(notes))


def _has_formulas(package: ZipFile) -> bool:
    sheets = (each for each in package.namelist() if each.startswith("xl/worksheets/"))
    return any(re.search(rb"<(?:\w+:)?f[ >]", package.read(each)) for each in sheets)


def _uncalculated(sheet: Worksheet, formulas: Workbook | None) -> list[str]:
    if formulas is None:
        return []
    return [
        f"工作表“{sheet.title}”的 {cell.coordinate} 是公式，但文件里没有它的计算结果，按空白读入；请用 Excel 或 WPS 打开保存一次。"
        for row in formulas[sheet.title].iter_rows()
        for cell in row
        if cell.data_type == "f" and sheet[cell.coordinate].value is None
    ]


def _attachment(workbook: Workbook) -> Attachment | None:
    if ATTACHMENT_SHEET not in workbook.sheetnames:
        return None
    texts = [str(cell.value or "") for cell in workbook[ATTACHMENT_SHEET]["A"]]
    if len(texts) < 3:
        return None
    return Attachment(texts[0], texts[1], base64.b64decode("".join(texts[3:])), texts[2])
