"""Read plain text: one paragraph a line, blank lines included, because the text's own reader needs their order.

The encoding is taken from the byte order mark, else UTF-8, else GB 18030 (which contains GBK). A form feed ends a page;
without form feeds the text has no pages. The whole file is one part.
"""

import re
import unicodedata
from itertools import count

from jiping.domain.document import Document, Para, Part, Style
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

MAGIC: tuple[bytes, ...] = ()

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LINE_END = re.compile("\r\n|\r|\n")
_LAYOUT_CONTROLS = frozenset("\t\n\r\f\v")


def read(data: bytes, name: str) -> Document:
    """Return the lines of a text file as BODY paragraphs; UnreadableFile for empty or binary bytes."""
    text = _decode(data, name)
    if not text.strip():
        raise UnreadableFile("文件里没有文字。", remedy="请重新导出或重新拷贝一份。", place=Place(name))
    pages = text.split("\f")
    line = count(1)
    paragraphs = tuple(
        Para(
            Style.BODY,
            (content.rstrip(),),
            Place(name, page=number if len(pages) > 1 else None, line=next(line)),
        )
        for number, page in enumerate(pages, start=1)
        for content in _LINE_END.split(page)
    )
    return Document((Part(name, paragraphs),), title=name, ruled=False)


def _decode(data: bytes, name: str) -> str:
    marked = next((code for bom, code in _BOMS if data.startswith(bom)), None)
    for code in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        if not any(unicodedata.category(c) == "Cc" and c not in _LAYOUT_CONTROLS for c in text):
            return text
    raise UnreadableFile(
        "文件内容不是文字，或者编码不对。",
        why="试过 UTF-8、UTF-16 和 GB 18030，都读不通。",
        remedy="请用记事本打开，另存为 UTF-8 编码的文本。",
        place=Place(name),
    )
