"""Delimited text: any encoding offices use, commas, semicolons or tabs, line breaks inside quotes."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from jiping.datasets.reading.encoding import encoding_named, encodings
from jiping.datasets.reading.transcript import MAX_WIDTH, Lines
from jiping.datasets.written.plain import MARKS
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

DELIMITERS = ",;\t"
_MAX_LINE = 1_000_000  # characters: what is longer is no line of a ledger
_BLOCK = 1 << 19  # characters read at once
_TITLE_LINES = 20  # lines above the headings, which may hold no delimiter
_BLANK = re.compile(r'[\s,;"]*')
_MAY_BE_BLANK = {"", " ", *DELIMITERS, '"', "\u3000", "\f", "\v"}
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")


def transcribe_text(path: Path, into: Path, encoding: str | None) -> Lines:
    """Write the numbered lines of `path` to `into`.

    Raises UnreadableFile, with the line, for bytes that are no text, for quotes without an end and for absurd lines.
    """
    *fallbacks, last = (encoding_named(encoding),) if encoding else encodings(path)
    for each in fallbacks:
        try:
            return _transcribe(path, into, each)
        except _WrongEncoding:
            continue
    return _transcribe(path, into, last)


class _WrongEncoding(UnreadableFile):
    """Bytes that the encoding does not know."""


def _transcribe(path: Path, into: Path, encoding: str) -> Lines:
    with path.open(encoding=encoding) as source, into.open("w", encoding="utf-8", newline="\n") as target:
        blocks = _Blocks(source, path.name, encoding)
        records = _records(blocks, path.name)
        title, delimiter = _delimiter(records)
        width = 0
        for number, line in chain(title, records):
            width = max(width, line.count(delimiter) + 1)
            target.write(f"{number}{delimiter}{line}\n")
    if width > MAX_WIDTH:
        raise _fault(path.name, None, f"一行有 {width} 个单元格，超过 {MAX_WIDTH} 个的上限。", "请确认选对了文件。")
    return Lines(into, delimiter, width, marked=blocks.marked)


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


def _records(lines: Iterable[str], name: str) -> Iterator[tuple[int, str]]:
    """Yield the records that are not blank, each on one line, with the number of its first line."""
    numbered = enumerate(lines, 1)
    for begun, line in numbered:
        record = _whole(line, begun, numbered, name) if line.count('"') % 2 else line
        if record[:1] not in _MAY_BE_BLANK or not _BLANK.fullmatch(record):
            yield begun, record


def _whole(line: str, begun: int, further: Iterator[tuple[int, str]], name: str) -> str:
    """Return a record whose quotes go on over several lines."""
    parts, length = [line], len(line)
    for _, each in further:
        parts.append(each)
        length += len(each)
        if each.count('"') % 2:
            return " ".join(parts)
        if length > _MAX_LINE:
            break
    raise _fault(name, begun, "引号没有配对，从这里起分不清各行。", "请补上或删去多余的引号。")


class _Blocks:
    """The lines of a text, read in blocks, which are searched for what no text should hold as a whole."""

    def __init__(self, source: TextIO, name: str, encoding: str) -> None:
        self._source, self._name, self._encoding = source, name, encoding
        self._number = 0
        self.marked = False

    def __iter__(self) -> Iterator[str]:
        rest = ""
        while block := self._block():
            *lines, rest = (rest + block).split("\n")
            yield from lines
            self._number += len(lines)
            if len(rest) > _MAX_LINE:
                raise _fault(self._name, self._number + 1, "一行长得不正常。", "请确认这是按行导出的数据文件。")
        if rest:
            yield rest

    def _block(self) -> str:
        try:
            block = self._source.read(_BLOCK)
        except UnicodeError as fault:
            raise _WrongEncoding(
                f"第 {self._number + 1} 行以后的文字不是 {self._encoding.removesuffix('-sig')} 编码。",
                why="读错编码会使姓名等变成乱码。",
                remedy="请用 --encoding 写明 utf-8、gb18030 或 utf-16，或另存为 UTF-8 的 csv。",
                place=Place(self._name),
            ) from fault
        if control := _CONTROL.search(block):
            line = self._number + 1 + block.count("\n", 0, control.start())
            raise _fault(self._name, line, "有不该出现在文字里的字节。", "请用原来的系统重新导出。")
        self.marked = self.marked or any(mark in block for mark in MARKS)
        return block


def _fault(name: str, line: int | None, what: str, remedy: str) -> UnreadableFile:
    return UnreadableFile(what, remedy=remedy, place=Place(name, line=line))
