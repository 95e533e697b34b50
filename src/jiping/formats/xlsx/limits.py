"""Refuse a workbook whose sheets claim more cells than any filing has, before they are built in memory."""

import re
from zipfile import ZipFile

from openpyxl.utils.cell import range_boundaries

from jiping.domain.place import Place
from jiping.formats.guard import refuse_too_many_cells

_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref\s*=\s*[\"']([A-Za-z0-9:$]+)[\"']")


def refuse_huge_sheets(package: ZipFile, name: str) -> None:
    """Raise UnreadableFile when stored cells and merged areas of one sheet are too many."""
    for member in package.namelist():
        if member.startswith("xl/worksheets/"):
            xml = package.read(member)
            merged = sum(_area(each.decode("ascii")) for each in _MERGE.findall(xml))
            refuse_too_many_cells(len(_CELL.findall(xml)) + merged, Place(name))


def _area(reference: str) -> int:
    left, top, right, bottom = range_boundaries(reference)
    return ((right or 1) - (left or 1) + 1) * ((bottom or 1) - (top or 1) + 1)
