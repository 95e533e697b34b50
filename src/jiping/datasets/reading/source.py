"""Read a source of any kind: what it is, is told by its address or its first bytes, never by the end of its name."""

from pathlib import Path

from jiping.datasets.reading.database import (
    shown_address,
    transcribe_duckdb,
    transcribe_parquet,
    transcribe_postgresql,
)
from jiping.datasets.reading.text import transcribe_text
from jiping.datasets.reading.transcript import Transcript
from jiping.datasets.reading.workbook import transcribe_sheet
from jiping.datasets.snapshot import SourceFile, sha256_of
from jiping.domain.disk import reason
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place

_HEAD = 2_048
_POSTGRESQL = ("postgresql://", "postgres://")
_DUCKDB = "duckdb:"
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "这是旧式的 xls 文件，或加了密码的工作簿。", "请用 WPS 或 Excel 另存为不加密码的 xlsx。"),
    (b"%PDF", "这是 PDF，不是数据表。", "请向系统导出 xlsx 或 csv。"),
    (b"\x1f\x8b", "这是压缩文件。", "请先解压。"),
    (b"Rar!", "这是压缩文件。", "请先解压。"),
    (b"7z\xbc\xaf", "这是压缩文件。", "请先解压。"),
)
_WEB = (b"<html", b"<!doctype html", b"<table")


def transcribe(source: str, into: Path, *, sheet: str | None = None, encoding: str | None = None) -> Transcript:
    """Write `source` as numbered lines to `into`.

    A source is the path of an xlsx, csv or Parquet file, `duckdb:FILE#table` or `postgresql://…#table`. Raises
    UnreadableFile, or JipingError for an address that cannot be followed.
    """
    if source.startswith(_POSTGRESQL):
        return _of_postgresql(source, into)
    if source.startswith(_DUCKDB):
        file, table = _parts(source.removeprefix(_DUCKDB), source)
        found = SourceFile(f"{Path(file).name}#{table}", _sha256(Path(file)))
        return Transcript(found, transcribe_duckdb(Path(file), table, into))
    return _of_file(Path(source), into, sheet, encoding)


def _of_file(path: Path, into: Path, sheet: str | None, encoding: str | None) -> Transcript:
    sha256, head = _sha256(path), _head(path)
    if head.startswith(b"PK"):
        title, lines = transcribe_sheet(path, into, sheet)
        return Transcript(SourceFile(f"{path.name}#{title}", sha256), lines)
    file = SourceFile(path.name, sha256)
    if head.startswith(b"PAR1"):
        return Transcript(file, transcribe_parquet(path, into))
    return Transcript(file, transcribe_text(path, into, encoding))


def _of_postgresql(source: str, into: Path) -> Transcript:
    url, table = _parts(source, shown_address(source, "表名"))
    plain = into.with_suffix(".copy")
    transcribe_postgresql(url, table, plain)
    found = SourceFile(shown_address(url, table), sha256_of(plain))
    try:
        return Transcript(found, transcribe_text(plain, into, "utf-8"))
    finally:
        plain.unlink()


def _parts(address: str, shown: str) -> tuple[str, str]:
    place, mark, table = address.rpartition("#")
    if not mark or not table:
        raise JipingError("没有写明是数据库的哪一张表。", remedy="请在地址后写 #表名。", place=Place(shown))
    return place, table


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise UnreadableFile("文件是空的。", remedy="请重新导出或重新拷贝一份。", place=Place(path.name))
    for sign, what, remedy in _FOREIGN:
        if head.startswith(sign):
            raise UnreadableFile(what, remedy=remedy, place=Place(path.name))
    if any(sign in head.lower() for sign in _WEB):
        raise UnreadableFile(
            "这是网页，不是数据表，虽然扩展名可能是 xls。",
            remedy="请用 WPS 或 Excel 另存为 xlsx。",
            place=Place(path.name),
        )
    return head


def _sha256(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError as fault:
        raise UnreadableFile(
            f"打不开这个文件（{reason(fault)}）。",
            remedy="请检查文件是否存在、是否有权限读取。",
            place=Place(path.name),
        ) from fault
