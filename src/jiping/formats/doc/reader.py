"""Word 97–2003 files, converted by LibreOffice. Many a .doc is a web page, rich text or a new document renamed."""

from jiping.formats.office import OLE, convert_by_office, refuse_unless, stream_sign

MAGIC = (OLE,)
INSIDE = (stream_sign("WordDocument"),)
OFTEN = ("docx", "rtf", "xls", "html")
CONVERTS_TO = "docx"


def convert(data: bytes, name: str) -> bytes:
    """Return the docx file LibreOffice makes of it; UnreadableFile when it holds no Word document."""
    refuse_unless(data, INSIDE, name)
    return convert_by_office(data, name, suffix="doc", to=CONVERTS_TO)
