"""Zip packages, opened only when they unpack to the size of a document."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

MAX_UNZIPPED_BYTES = 256 * 2**20
MAX_MEMBERS = 4_000
MAX_RATIO = 250
_RATIO_FREE_BYTES = 2**20


def open_package(data: bytes, name: str) -> zipfile.ZipFile:
    """Open an Office file; UnreadableFile when it is damaged, locked or a zip bomb."""
    place = Place(name)
    try:
        package = _Package(BytesIO(data))
    except zipfile.BadZipFile as fault:
        raise UnreadableFile(
            "文件不完整或已损坏。", why="压缩包的目录读不出来。", remedy="请重新拷贝或重新导出一份。", place=place
        ) from fault
    members = package.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile("文件加了密码。", remedy="请去掉密码后再读。", place=place)
    if (
        len(members) > MAX_MEMBERS
        or sum(m.file_size for m in members) > MAX_UNZIPPED_BYTES
        or any(map(is_bomb, members))
    ):
        raise UnreadableFile(
            "文件解压后大得不正常。",
            why="可能是恶意构造的压缩包，已停止打开。",
            remedy="请向提供文件的人核实来源。",
            place=place,
        )
    return package


def with_members(package: zipfile.ZipFile, members: Mapping[str, bytes]) -> bytes:
    """Return the package with the contents of some members replaced; the others keep contents, order and dates."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as result:
        for each in package.infolist():
            result.writestr(each, members.get(each.filename) or package.read(each))
    return buffer.getvalue()


class _Package(zipfile.ZipFile):
    """A package that unpacks no more of a member than its directory says: a false size cannot fill the memory."""

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        member = name if isinstance(name, zipfile.ZipInfo) else self.getinfo(name)
        with self.open(member, pwd=pwd) as file:
            return file.read(member.file_size)


def is_bomb(member: zipfile.ZipInfo) -> bool:
    """True when a member unpacks to far more than any document does."""
    return member.file_size > max(_RATIO_FREE_BYTES, member.compress_size * MAX_RATIO)
