"""WPS Spreadsheets files: the binary format of Excel 97–2003, or an Excel workbook, under a name of its own."""

from jiping.formats.office import OLE

MAGIC = (OLE,)
OFTEN = ("xlsx", "html")
CONVERTS_TO = "xls"


def convert(data: bytes, _name: str) -> bytes:
    """Return the same bytes: the formats differ in name only."""
    return data
