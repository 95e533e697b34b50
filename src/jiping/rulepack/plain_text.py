"""Bytes to text for hand-written files: bounded, UTF-8, printable."""

import yaml

from jiping.domain.errors import JipingError
from jiping.domain.place import Place

MAX_BYTES = 16 * 1024 * 1024


def read_text(data: bytes, file: str, error: type[JipingError]) -> str:
    """Return the text of `data` without a byte order mark; faults name `file` and line."""
    text = _decode(data, file, error)
    unprintable = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if unprintable is not None:
        where = Place(file, line=text.count("\n", 0, unprintable.start()) + 1)
        what = f"有不可见的控制字符 U+{ord(unprintable[0]):04X}。"
        raise error(what, remedy="请删去不可见的控制字符。", place=where)
    return text


def _decode(data: bytes, file: str, error: type[JipingError]) -> str:
    if len(data) > MAX_BYTES:
        raise error(f"文件超过 {MAX_BYTES // 1024 // 1024} 兆字节。", remedy="请拆成几个文件。", place=Place(file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        remedy = "请用记事本或其他编辑器另存为 UTF-8 编码。"
        raise error("文件不是 UTF-8 编码。", remedy=remedy, place=Place(file, line=line)) from None
