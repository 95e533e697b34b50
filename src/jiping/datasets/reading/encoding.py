"""Which encoding a text is in, by its mark or its first bytes."""

import codecs
from pathlib import Path

from jiping.domain.errors import JipingError

_HEAD = 65_536
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ZEROS_IN_UTF16 = 0.1  # digits and delimiters are ASCII, and half of each is a zero byte
_NAMES = {"utf8": "utf-8-sig", "gb18030": "gb18030", "gbk": "gb18030", "gb2312": "gb18030", "utf16": "utf-16"}


def encoding_named(name: str) -> str:
    """Return the encoding a person names; GB 18030 contains its forerunners. Raises JipingError for any other."""
    found = _NAMES.get(name.lower().replace("-", "").replace("_", ""))
    if found is None:
        raise JipingError(f"不认识的编码“{name}”。", remedy="请写 utf-8、gb18030 或 utf-16。")
    return found


def encodings(path: Path) -> tuple[str, ...]:
    """Return the encodings to try in turn; only where the first bytes are all ASCII there are two."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return (name,)
    if head.isascii():
        return _without_mark(head) or ("utf-8", "gb18030")
    return _without_mark(head) or (("utf-8",) if _decodes(head, "utf-8") else ("gb18030",))


def _without_mark(head: bytes) -> tuple[str, ...]:
    """Return UTF-16 when zeros stand in every other place, and only there."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < _ZEROS_IN_UTF16 * len(head) or min(even, odd):
        return ()
    return ("utf-16-be",) if even else ("utf-16-le",)


def _decodes(head: bytes, name: str) -> bool:
    try:
        codecs.getincrementaldecoder(name)().decode(head)
    except UnicodeDecodeError:
        return False
    return True
