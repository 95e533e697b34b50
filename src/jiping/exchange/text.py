"""The bytes of an exchange file as text."""

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place


def decoded(content: bytes, name: str) -> str:
    """Return the text of UTF-8 bytes, with or without a byte order mark. Raises UnreadableFile naming the line."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableFile(
            "文件不是 UTF-8 编码。",
            remedy="请用记事本打开，另存为 UTF-8 编码后再试。",
            place=Place(name, line=content.count(b"\n", 0, fault.start) + 1),
        ) from None
