"""The door every foreign file passes: size, unzipped size, document type definitions, damage.

The limits protect the machine, not a regulation: a filing is a few hundred kilobytes.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from lxml import etree

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place

HEAD_BYTES = 1024
MAX_BYTES = 64 * 2**20
MAX_UNZIPPED_BYTES = 256 * 2**20
MAX_MEMBERS = 4_000
MAX_CELLS = 250_000
MAX_TAGS = 3_000_000
MAX_RATIO = 250

_RATIO_FREE_BYTES = 2**20
_DOCTYPES = (b"<!DOCTYPE",)
_WIDE_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-16-le", "utf-16-be"))
_KINDS = (
    (b"PK\x03\x04", "压缩包或另一种 Office 文件"),
    (b"%PDF-", " PDF 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件或加了密码的 Office 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
)


class DamagedFile(UnreadableFile):
    """A parser gave up on these bytes; another program may be more patient."""


def kind_of(head: bytes) -> str:
    """Say in plain words what the first bytes of a file promise."""
    for sign, kind in _KINDS:
        if sign in head:
            return kind
    return "普通文本" if is_text(head) else "别的二进制数据"


def is_text(head: bytes) -> bool:
    """Tell whether the first bytes of a file promise nothing but text."""
    return b"\0" not in head and not any(sign in head for sign, _ in _KINDS)


def bounded_bytes(path: Path) -> bytes:
    """Return the content of `path`; UnreadableFile when it is missing, empty or too large to be a filing."""
    place = Place(path.name)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFile(
                f"文件有 {size // 2**20} MB，超过 {MAX_BYTES // 2**20} MB 的上限。",
                why="自评材料不会这么大。",
                remedy="请确认选对了文件，或删去其中的图片后再试。",
                place=place,
            )
        data = path.read_bytes()
    except OSError as fault:
        raise UnreadableFile(
            f"打不开这个文件（{reason(fault)}）。", remedy="请检查文件是否存在、是否有权限读取。", place=place
        ) from fault
    refuse_empty(data, place)
    return data


def refuse_empty(data: bytes, place: Place) -> None:
    """Raise UnreadableFile for a file without a single byte."""
    if not data:
        raise UnreadableFile("文件是空的。", remedy="请重新导出或重新拷贝一份。", place=place)


@contextmanager
def damage_reported(name: str) -> Iterator[None]:
    """Turn whatever a parser raises on bytes it cannot digest into one DamagedFile."""
    try:
        yield
    except JipingError:
        raise
    except Exception as fault:  # a damaged file can make a third-party parser fail in any way
        raise DamagedFile(
            "文件已损坏或不完整，读不出内容。",
            remedy="请用原来的软件打开并另存一份，再读另存的文件。",
            place=Place(name),
        ) from fault


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


class _Package(zipfile.ZipFile):
    """A package that unpacks no more of a member than its directory says: a false size cannot fill the memory."""

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        member = name if isinstance(name, zipfile.ZipInfo) else self.getinfo(name)
        with self.open(member, pwd=pwd) as file:
            return file.read(member.file_size)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse one member of an Office file; UnreadableFile when it declares a DTD or has far too many tags."""
    if any(sign in data for sign in (_WIDE_DOCTYPES if b"\0" in data[:HEAD_BYTES] else _DOCTYPES)):
        raise _declares_entities(Place(name))
    if len(data) > MAX_TAGS and data.count(b"<") > MAX_TAGS:
        raise UnreadableFile("文件大得不像自评材料。", remedy="请确认选对了文件。", place=Place(name))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(data, parser)


def is_bomb(member: zipfile.ZipInfo) -> bool:
    """True when a member unpacks to far more than any document does."""
    return member.file_size > max(_RATIO_FREE_BYTES, member.compress_size * MAX_RATIO)


def _declares_entities(place: Place) -> UnreadableFile:
    return UnreadableFile(
        "文件里有外部实体声明。",
        why="正常的 Office 文件没有这种内容，它可能用来窃取本机文件，已停止打开。",
        remedy="请向提供文件的人核实来源，或用 Word、WPS 另存后再读。",
        place=place,
    )


def refuse_too_many_cells(count: int, place: Place) -> None:
    """Raise UnreadableFile when a table is too large to be a filing."""
    if count > MAX_CELLS:
        raise UnreadableFile(
            f"表格有 {count} 个单元格，超过 {MAX_CELLS} 个的上限。",
            remedy="请确认选对了文件，或删去多余的空行空列。",
            place=place,
        )
