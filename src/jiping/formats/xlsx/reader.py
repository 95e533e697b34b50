"""Read a workbook as its sheets look: number formats applied, merges resolved, hidden sheets left out and named.

The markup is read directly: a library that builds every declared cell and style is slower and refuses more files.
A part is named after its sheet.
"""

import base64
from zipfile import ZipFile

from lxml import etree

from jiping.domain.document import Attachment, Document, Part
from jiping.domain.place import Place
from jiping.formats.guard import damage_reported, refuse_too_many_cells
from jiping.formats.hidden_lines import hidden_lines
from jiping.formats.package import open_package
from jiping.formats.sheets import blocks_of
from jiping.formats.xlsx.book import Book, open_book
from jiping.formats.xlsx.result import refuse_result
from jiping.formats.xlsx.worksheet import hidden_columns, hidden_rows, read_sheet, uncalculated
from jiping.formats.xlsx.writer import ATTACHMENT_SHEET
from jiping.formats.xml import parse_xml

MAGIC = (b"PK\x03\x04",)
INSIDE = (b"xl/workbook",)


def read(data: bytes, name: str) -> Document:
    """Return the visible sheets of an xlsx file as parts; UnreadableFile when it is not one."""
    with damage_reported(name), open_package(data, name) as package:
        refuse_result(package, name)
        book = open_book(package, name)
        notes: list[str] = []
        parts = []
        for each in book.sheets:
            if each.visible:
                root = _sheet_root(package, each.member, Place(name, sheet=each.name))
                notes += [_unknown(each.name, cell) for cell in uncalculated(root)]
                notes += hidden_lines(each.name, hidden_rows(root), hidden_columns(root))
                if blocks := blocks_of(read_sheet(root, book), Place(name, sheet=each.name)):
                    parts.append(Part(each.name, blocks))
            elif each.name != ATTACHMENT_SHEET:
                notes.append(f"工作表“{each.name}”是隐藏的，没有读入。")
        return Document(tuple(parts), title=name, attachment=_attachment(package, book, name), notes=tuple(notes))


def _sheet_root(package: ZipFile, member: str, place: Place) -> etree._Element:
    xml = package.read(member)
    refuse_too_many_cells(xml.count(b"<c ") + xml.count(b":c "), place)
    return parse_xml(xml, place.file)


def _unknown(sheet: str, cell: str) -> str:
    return f"工作表“{sheet}”的 {cell} 是公式，但文件里没有它的计算结果，按空白读入；请用 Excel 或 WPS 打开保存一次。"


def _attachment(package: ZipFile, book: Book, name: str) -> Attachment | None:
    found = next((each for each in book.sheets if each.name == ATTACHMENT_SHEET), None)
    if found is None:
        return None
    rows = read_sheet(parse_xml(package.read(found.member), name), book).rows
    texts = {row.number: row.texts.get(1, "") for row in rows}
    if max(texts, default=0) < 3:
        return None
    content = "".join(text for number, text in texts.items() if number > 3)
    return Attachment(texts.get(1, ""), texts.get(2, ""), base64.b64decode(content), texts.get(3, ""))
