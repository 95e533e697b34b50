"""Delimited text: any encoding offices use, commas, semicolons or tabs, line breaks inside quotes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from jiping.datasets.reading.encoding import encodings
from jiping.datasets.reading.transcript import MAX_WIDTH
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

DELIMITERS = ",;\t"
_MAX_LINE = 1_000_000  # characters: what is longer is no line of a ledger
_TITLE_LINES = 20  # lines above the headings, which may hold no delimiter
_BLANK = re.compile(r'[\s,;"]*')
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")


def transcribe_text(path: Path, into: Path, encoding: str | None) -> tuple[str, int]:
    """Write the numbered lines of `path` to `into`; return the delimiter and how many cells a line has at most.

    Raises UnreadableFile, with the line, for bytes that are no text, for quotes without an end and for absurd lines.
    """
    *fallbacks, last = (encoding,) if encoding else encodings(path)
    for each in fallbacks:
        try:
            return _transcribe(path, into, each)
        except _WrongEncoding:
            continue
    return _transcribe(path, into, last)


class _WrongEncoding(UnreadableFile):
    """Bytes that the encoding does not know."""


def _transcribe(path: Path, into: Path, encoding: str) -> tuple[str, int]:
    with path.open(encoding=encoding) as source, into.open("w", encoding="utf-8", newline="\n") as target:
        records = _records(source, path.name, encoding)
        title, delimiter = _delimiter(records)
        width = 0
        for number, line in (*title,):
            width = max(width, _write(target, number, line, delimiter))
        for number, line in records:
            width = max(width, _write(target, number, line, delimiter))
    if width > MAX_WIDTH:
        raise _fault(path.name, None, f"一行有 {width} 个单元格，超过 {MAX_WIDTH} 个的上限。", "请确认选对了文件。")
    return delimiter, width


def _write(target: TextIO, number: int, line: str, delimiter: str) -> int:
    target.write(f"{number}{delimiter}{line}\n")
    return line.count(delimiter) + 1


def _delimiter(records: Iterator[tuple[int, str]]) -> tuple[list[tuple[int, str]], str]:
    """Return the lines up to the first that holds a delimiter, and its most frequent one."""
    read: list[tuple[int, str]] = []
    for number, line in records:
        read.append((number, line))
        best = max(DELIMITERS, key=line.count)
        if best in line:
            return read, best
        if len(read) == _TITLE_LINES:
            break
    return read, DELIMITERS[0]


def _records(source: TextIO, name: str, encoding: str) -> Iterator[tuple[int, str]]:
    """Yield the records that are not blank, each on one line, with the number of its first line."""
    number = 0
    lines = _lines(source, name, encoding)
    for line in lines:
        number += 1
        begun = number
        record = line
        while record.count('"') % 2:
            further = next(lines, None)
            if further is None or len(record) > _MAX_LINE:
                raise _fault(name, begun, "引号没有配对，从这里起分不清各行。", "请补上或删去多余的引号。")
            number += 1
            record = f"{record} {further}"
        if not _BLANK.fullmatch(record):
            yield begun, record


def _lines(source: TextIO, name: str, encoding: str) -> Iterator[str]:
    number = 0
    try:
        while line := source.readline(_MAX_LINE):
            number += 1
            if len(line) == _MAX_LINE:
                raise _fault(name, number, "一行长得不正常。", "请确认这是按行导出的数据文件。")
            if _CONTROL.search(line):
                raise _fault(name, number, "有不该出现在文字里的字节。", "请用原来的系统重新导出。")
            yield line.rstrip("\n")
    except (UnicodeError, LookupError) as fault:
        raise _WrongEncoding(
            f"第 {number + 1} 行以后的文字不是 {encoding} 编码。",
            why="读错编码会使姓名等变成乱码。",
            remedy="请用 --encoding 写明 utf-8、gb18030 或 utf-16，或另存为 UTF-8 的 csv。",
            place=Place(name),
        ) from fault


def _fault(name: str, line: int | None, what: str, remedy: str) -> UnreadableFile:
    return UnreadableFile(what, remedy=remedy, place=Place(name, line=line))
