"""Bytes to text for hand-written files: bounded, UTF-8, printable."""

import yaml

from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.domain.utf8 import decoded

MAX_BYTES = 16 * 1024 * 1024


def read_text(data: bytes, file: str, error: type[JipingError]) -> str:
    """Return the text of `data` without a byte order mark; faults name `file` and line."""
    if len(data) > MAX_BYTES:
        raise error(f"文件超过 {MAX_BYTES // 1024 // 1024} 兆字节。", remedy="请拆成几个文件。", place=Place(file))
    text = decoded(data, file, error)
    unprintable = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if unprintable is not None:
        where = Place(file, line=text.count("\n", 0, unprintable.start()) + 1)
        what = f"有不可见的控制字符 U+{ord(unprintable[0]):04X}。"
        raise error(what, remedy="请删去不可见的控制字符。", place=where)
    return text
