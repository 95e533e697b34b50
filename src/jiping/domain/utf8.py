"""Files that must be UTF-8, because people and programs write them for us."""

from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place


def decoded(data: bytes, name: str, error: type[JipingError] = UnreadableFile) -> str:
    """Return the text of UTF-8 bytes, with or without a byte order mark. Raises `error` naming the line."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise error(
            "文件不是 UTF-8 编码。",
            remedy="请用记事本或其他编辑器另存为 UTF-8 编码。",
            place=Place(name, line=data.count(b"\n", 0, fault.start) + 1),
        ) from None
