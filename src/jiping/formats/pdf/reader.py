"""Read a PDF. A file of ours is read by its tags, exactly; any other by its letters and ruled lines,
and a page that is a picture by recognition.

Ours is told by its keyword. Its structure tree names every paragraph and cell, its outline every part, and the marks
described in `page.typ` keep each space and line break, so nothing is guessed. Tags of other programs are not trusted:
they seldom describe merged cells.
"""

import logging
from collections.abc import Iterator
from io import BytesIO

import pypdfium2 as pdfium
from pdfminer import pdftypes
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfparser import PDFParser
from pypdfium2 import raw

from jiping.domain.document import Attachment, Document
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import damage_reported
from jiping.formats.pdf.attachment import attachment_of
from jiping.formats.pdf.content import page_marks
from jiping.formats.pdf.scanned import read_picture
from jiping.formats.pdf.tagged import read_tagged
from jiping.formats.ruled.marks import PageMarks
from jiping.formats.ruled.notes import note_on
from jiping.formats.ruled.pages import part_of

MAGIC = (b"%PDF-",)

# what a library mutters about a damaged file would land on the clerk's screen
logging.getLogger("pdfminer").addHandler(logging.NullHandler())
logging.getLogger("pdfminer").propagate = False

OUR_KEYWORD = "绩评"
MOST_PAGES = 2_000


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs and tables of a PDF; UnreadableFile when it is locked, damaged or without any text."""
    with damage_reported(name), _open(data, name) as pdf:
        if len(pdf) > MOST_PAGES:
            raise UnreadableFile(
                f"文件有 {len(pdf)} 页，不像自评材料。", remedy="请确认选对了文件。", place=Place(name)
            )
        if pdf.get_metadata_value("Keywords") == OUR_KEYWORD and raw.FPDFCatalog_IsTagged(pdf):
            return _read_ours(data, name)
        notes: list[str] = []
        part = part_of(_pages(pdf, name, notes), name)
        if not part.blocks:
            raise UnreadableFile(
                "文件里没有文字。",
                why=notes[0] if notes else "",
                remedy="请提供由 Word、WPS 或本软件直接导出的 PDF。",
                place=Place(name),
            )
        return Document((part,), title=name, attachment=_foreign_attachment(pdf), notes=tuple(notes))


def _pages(pdf: pdfium.PdfDocument, name: str, notes: list[str]) -> Iterator[PageMarks]:
    for number, page in enumerate(pdf, start=1):
        marks = page_marks(page, number, name)
        if not marks.chars:
            marks, note = read_picture(page, marks)
            notes.append(note)
        elif (remark := note_on(marks)) is not None:
            notes.append(remark)
        page.close()
        yield marks


def _read_ours(data: bytes, name: str) -> Document:
    document = _structure(data)
    return Document(read_tagged(document, name), title=name, attachment=attachment_of(document))


def _foreign_attachment(pdf: pdfium.PdfDocument) -> Attachment | None:
    """Return the first embedded file, by PDFium: a stranger's file may send any other parser astray."""
    if not pdf.count_attachments():
        return None
    found = pdf.get_attachment(0)
    return Attachment(found.get_name(), found.get_subtype() or "", bytes(found.get_data()), found.get_desc() or "")


def _give_up(data: bytes) -> bytes:  # noqa: ARG001  the name is the one it takes the place of
    raise PDFException("damaged stream")


def _structure(data: bytes) -> PDFDocument:
    return PDFDocument(PDFParser(BytesIO(data)), fallback=False)


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if fault.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadableFile("文件加了密码。", remedy="请去掉密码后再读。", place=Place(name)) from fault
        raise


pdftypes.decompress_corrupted = _give_up  # it would mend a damaged stream byte by byte, for minutes
