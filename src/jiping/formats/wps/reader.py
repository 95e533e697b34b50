"""WPS Writer files: the binary format of Word 97–2003, or a Word document, under a name of its own."""

from jiping.formats.office import OLE

MAGIC = (OLE,)
OFTEN = ("docx", "rtf", "html")
CONVERTS_TO = "doc"


def convert(data: bytes, _name: str) -> bytes:
    """Return the same bytes: the formats differ in name only."""
    return data
