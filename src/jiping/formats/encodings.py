"""Bytes as text: by the byte order mark, by what the file says of itself, by what can be read without a fault.

GB 18030 contains GBK and GB 2312. UTF-16 without a mark is tried last, because any bytes are valid in it: it is believed
only when nearly every character is one that Chinese office texts use.
"""

import re
import unicodedata

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LAYOUT_CONTROLS = "\t\n\r\f\v"
_USUAL = re.compile("[\t\n\r\f\v -~·×÷—‘’“”…‰Ⅰ-Ⅻ①-⑳≤≥□☑☐√\u3000-\u303f\u4e00-\u9fff\uff01-\uffe5]")
_USUAL_SHARE = 0.95
_OF_UTF16 = ("utf-16-le", "utf-16-be")


def decoded(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of `data`; UnreadableFile for bytes that are no text in any encoding we know."""
    marked = next((code for bom, code in _BOMS if data.startswith(bom)), None)
    for code in (marked,) if marked else (declared, "utf-8", "gb18030", *_OF_UTF16):
        text = _tried(data, code) if code else None
        if text is not None and not _is_binary(text) and (code not in _OF_UTF16 or _is_usual(text)):
            return text
    raise UnreadableFile(
        "文件内容不是文字，或者编码不对。",
        why="试过 UTF-8、UTF-16 和 GB 18030，都读不通。",
        remedy="请用记事本打开，另存为 UTF-8 编码的文本。",
        place=Place(name),
    )


def _tried(data: bytes, code: str) -> str | None:
    try:
        return data.decode("gb18030" if code.lower() in {"gb2312", "gbk", "cp936"} else code)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_binary(text: str) -> bool:
    return any(unicodedata.category(each) == "Cc" and each not in _LAYOUT_CONTROLS for each in set(text))


def _is_usual(text: str) -> bool:
    return len(_USUAL.findall(text)) >= _USUAL_SHARE * len(text)
