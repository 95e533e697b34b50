"""Refuse Office packages that are locked, carry programs, or unpack to absurd sizes."""

import zipfile
from pathlib import Path

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

_MAX_UNZIPPED = 8 * 2**30  # a full sheet of a million rows unpacks to less than one
_MAX_MEMBERS = 4_000
_MAX_RATIO = 250
_RATIO_FREE = 16 * 2**20


def require_sound_package(path: Path) -> None:
    """Raise UnreadableFile unless `path` is a workbook that is safe to unpack."""
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise _fault(path, "文件不完整或已损坏。", "请重新拷贝或重新导出一份。") from fault
    names = {member.filename for member in members}
    if "xl/workbook.xml" not in names:
        raise _fault(path, "这个压缩包里没有工作簿。", "请选用 xlsx、csv 或 Parquet 文件；压缩包请先解压。")
    if any(member.flag_bits & 1 for member in members):
        raise _fault(path, "文件加了密码。", "请去掉密码后再导入。")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _fault(path, "工作簿里带有宏程序。", "数据文件不需要宏；请另存为不含宏的 xlsx 后再导入。")
    if (
        len(members) > _MAX_MEMBERS
        or sum(each.file_size for each in members) > _MAX_UNZIPPED
        or any(each.file_size > max(_RATIO_FREE, each.compress_size * _MAX_RATIO) for each in members)
    ):
        raise _fault(path, "文件解压后大得不正常，可能是恶意构造的，已停止打开。", "请向提供文件的人核实来源。")


def _fault(path: Path, what: str, remedy: str) -> UnreadableFile:
    return UnreadableFile(what, remedy=remedy, place=Place(path.name))
