"""Read plain text: one paragraph a line, blank lines included, because the text's own reader needs their order.

A form feed ends a page;
without form feeds the text has no pages. The whole file is one part.
"""

import re
from itertools import count

from jiping.domain.document import Document, Para, Part, Style
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.encodings import decoded

MAGIC: tuple[bytes, ...] = ()

_LINE_END = re.compile("\r\n|\r|\n")


def read(data: bytes, name: str) -> Document:
    """Return the lines of a text file as BODY paragraphs; UnreadableFile for empty or binary bytes."""
    text = decoded(data, name)
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
