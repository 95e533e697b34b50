"""An OFD file with the letters and lines of a PDF at their places, so that a typesetter's page can be read back."""

import zipfile
from html import escape
from io import BytesIO

import pypdfium2 as pdfium

from jiping.formats.ofd.objects import ASCENT, MM
from jiping.formats.pdf.content import page_marks
from jiping.formats.ruled.marks import Char, PageMarks

SPACE = "http://www.ofdspec.org/2016"
ROOT = f'<ofd:OFD xmlns:ofd="{SPACE}" DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'


def ofd_of(pdf: bytes) -> bytes:
    """Return the OFD file of a PDF: one text object a letter, one path object a line."""
    pages = [page_marks(page, number, "x") for number, page in enumerate(pdfium.PdfDocument(pdf), start=1)]
    return packed({f"Doc_0/Pages/Page_{page.number}/Content.xml": content(page) for page in pages})


def packed(pages: dict[str, str]) -> bytes:
    """Return the package of these members, each a page, in order."""
    listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="{name.removeprefix("Doc_0/")}"/>' for i, name in enumerate(pages))
    document = f'<ofd:Document xmlns:ofd="{SPACE}"><ofd:Pages>{listed}</ofd:Pages></ofd:Document>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in {"OFD.xml": ROOT, "Doc_0/Document.xml": document, **pages}.items():
            package.writestr(zipfile.ZipInfo(name), f'<?xml version="1.0" encoding="UTF-8"?>{xml}')
    return buffer.getvalue()


def content(page: PageMarks) -> str:
    """Return the Content.xml of one page."""
    texts = "".join(_text(char) for char in page.chars if char.text.strip())
    paths = "".join(
        f'<ofd:PathObject Boundary="{s.left / MM} {s.top / MM} {(s.right - s.left) / MM} {(s.bottom - s.top) / MM}">'
        f"<ofd:AbbreviatedData>M 0 0 L {(s.right - s.left) / MM} {(s.bottom - s.top) / MM}</ofd:AbbreviatedData></ofd:PathObject>"
        for s in page.strokes
    )
    return (
        f'<ofd:Page xmlns:ofd="{SPACE}"><ofd:Area><ofd:PhysicalBox>0 0 {page.width / MM} {page.height / MM}</ofd:PhysicalBox></ofd:Area>'
        f'<ofd:Content><ofd:Layer ID="1">{texts}{paths}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def _text(char: Char) -> str:
    size = char.size / MM
    return (
        f'<ofd:TextObject Boundary="{char.left / MM} {char.top / MM} {(char.right - char.left) / MM} {size}" Font="1" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{ASCENT * size}">{escape(char.text)}</ofd:TextCode></ofd:TextObject>'
    )
