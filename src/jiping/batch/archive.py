"""Members of a zip archive of filings: named rightly, bounded, read one at a time.

An archive is only a folder in one file: it is never unpacked to the disk, so a hostile name leads nowhere.
"""

import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import MAX_BYTES, damage_reported, refuse_empty
from jiping.formats.package import MAX_RATIO, is_bomb

MAX_MEMBERS = 100_000  # a province's filings of one year fit in; an Office file has far fewer

_UTF8_NAME = 0x800
_ENCRYPTED = 1


def open_archive(file: Path | BinaryIO, name: str) -> zipfile.ZipFile:
    """Open the archive; UnreadableFile when it is damaged, locked or claims to hold more than it can."""
    with damage_reported(name):
        archive = zipfile.ZipFile(file)
    members = archive.infolist()
    packed = sum(member.compress_size for member in members)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableFile(
            "压缩包加了密码。", remedy="请解压后再校核，或另做一个不加密码的压缩包。", place=Place(name)
        )
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > max(MAX_BYTES, packed * MAX_RATIO):
        raise _abnormal(name)
    return archive


def members(archive: zipfile.ZipFile) -> Iterator[tuple[int, str]]:
    """Yield position and name of every file in the archive, ordered by name; folders are left out."""
    named = [(_name(member), at) for at, member in enumerate(archive.infolist()) if not member.is_dir()]
    for name, position in sorted(named):
        yield position, name


def member_bytes(archive: zipfile.ZipFile, position: int, name: str) -> bytes:
    """Return the content of the member at `position`; UnreadableFile when it is damaged, empty or abnormally large."""
    member = archive.infolist()[position]
    if member.file_size > MAX_BYTES or is_bomb(member):
        raise _abnormal(name)
    with damage_reported(name), archive.open(member) as file:
        data = file.read(MAX_BYTES)
    refuse_empty(data, Place(name))
    return data


def _name(member: zipfile.ZipInfo) -> str:
    """Return the member's name; one not marked as UTF-8 was written by a Chinese system, and read as a Western one."""
    written = member.orig_filename
    if not member.flag_bits & _UTF8_NAME:
        written = _chinese(written.encode("cp437", "replace"))
    return "".join("□" if unicodedata.category(each) == "Cc" else each for each in written.replace("\\", "/"))


def _chinese(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def _abnormal(name: str) -> UnreadableFile:
    return UnreadableFile(
        "压缩包里的内容大得不正常。",
        why="可能是恶意构造的压缩包，已停止打开。",
        remedy="请向提供文件的人核实来源；确属正常的，请解压后再校核。",
        place=Place(name),
    )
