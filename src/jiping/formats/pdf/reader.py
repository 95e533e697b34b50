"""Read a PDF that holds text. A file of ours is read by its tags, exactly; any other by its ruled lines.

Ours is told by its keyword. Its structure tree names every paragraph and cell, its outline every part, and the marks
described in `page.typ` keep each space and line break, so nothing is guessed. Tags of other programs are not trusted:
they seldom describe merged cells.
"""

from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from jiping.domain.document import Document
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import damage_reported
from jiping.formats.pdf.attachment import attachment_of
from jiping.formats.pdf.ruled import read_ruled
from jiping.formats.pdf.tagged import read_tagged

MAGIC = (b"%PDF-",)

OUR_KEYWORD = "绩评"


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs and tables of a PDF; UnreadableFile for a scan, a locked or a damaged file."""
    with damage_reported(name), _open(data, name) as pdf:
        ours = pdf.metadata.get("Keywords") == OUR_KEYWORD and "StructTreeRoot" in pdf.doc.catalog
        parts, notes = (read_tagged(pdf, name), ()) if ours else read_ruled(pdf, name)
        if not any(part.blocks for part in parts):
            raise UnreadableFile(
                "文件里没有文字。",
                why="它可能是扫描件，每一页只是一张图片。",
                remedy="请提供由 Word、WPS 或本软件直接导出的 PDF。",
                place=Place(name),
            )
        return Document(parts, title=name, attachment=attachment_of(pdf.doc), notes=notes)


def _open(data: bytes, name: str) -> pdfplumber.pdf.PDF:
    try:
        return pdfplumber.open(BytesIO(data))
    except PdfminerException as fault:
        if isinstance(fault.args[0] if fault.args else None, PDFPasswordIncorrect):
            raise UnreadableFile("文件加了密码。", remedy="请去掉密码后再读。", place=Place(name)) from fault
        raise
