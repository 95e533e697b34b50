"""A ledger export as rows of texts, each with its address as a spreadsheet shows it; xlsx or csv, in any usual encoding."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import PurePosixPath

from jiping.domain.document import Table
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place
from jiping.formats.encodings import decoded
from jiping.formats.xlsx.reader import read

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 5000
Texts = dict[int, str]  # column, from 1 → what stands there


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row of the file: its number as the spreadsheet counts, and its texts by column."""

    number: int
    texts: Texts


def address(row: int, column: int) -> str:
    """Return a cell's address: row 5, column 28 → AB5."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def file_rows(data: bytes, name: str) -> tuple[FileRow, ...]:
    """Return the rows that hold anything. Raises JipingError for another kind of file, or one too large."""
    if len(data) > MOST_BYTES:
        raise JipingError(
            "文件太大。", remedy=f"每次最多 {MOST_BYTES // 1024 // 1024} MB，请分几次导入。", place=Place(name)
        )
    kind = PurePosixPath(name).suffix.lower()
    if kind == ".xlsx":
        rows = tuple(_sheet(data, name))
    elif kind == ".csv":
        rows = tuple(_lines(data, name))
    else:
        raise UnreadableFile(f"不能读“{name}”。", remedy="请从账务软件导出为 xlsx 或 csv。", place=Place(name))
    if len(rows) > MOST_ROWS:
        raise JipingError(
            f"有 {len(rows)} 行，太多。", remedy=f"每次最多 {MOST_ROWS} 行，请分几次导入。", place=Place(name)
        )
    return rows


def _sheet(data: bytes, name: str) -> Iterator[FileRow]:
    parts = [part for part in read(data, name).parts if any(isinstance(block, Table) for block in part.blocks)]
    if len(parts) != 1:
        raise JipingError(
            f"有内容的工作表有 {len(parts)} 张，应当只有一张。", remedy="请只留下账簿那一张再导入。", place=Place(name)
        )
    for block in parts[0].blocks:
        for cells in block.rows if isinstance(block, Table) else ():
            texts = {each.place.column: each.text.strip() for each in cells if each.place and each.place.column}
            rows = {each.place.row for each in cells if each.place and each.place.row}
            if rows and any(texts.values()):
                yield FileRow(min(rows), texts)


def _lines(data: bytes, name: str) -> Iterator[FileRow]:
    for number, cells in enumerate(csv.reader(StringIO(decoded(data, name), newline="")), start=1):
        if any(each.strip() for each in cells):
            yield FileRow(number, {column: each.strip() for column, each in enumerate(cells, start=1)})
