"""Read plain text: one paragraph a line, blank lines included, because the text's own reader needs their order.

Lines parted by tabs are the rows of a pasted sheet and make a table. A form feed ends a page; without form feeds the
text has no pages. The whole file is one part.
"""

import re
from itertools import count

from jiping.domain.document import Document, Para, Part, Style, Table
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.encodings import decoded
from jiping.formats.txt.tabbed import with_tables

MAGIC: tuple[bytes, ...] = ()

_LINE_END = re.compile("\r\n|\r|\n")


def read(data: bytes, name: str) -> Document:
    """Return the lines of a text file as BODY paragraphs; UnreadableFile for empty or binary bytes."""
    text = decoded(data, name)
    if not text.strip():
        raise UnreadableFile("文件里没有文字。", remedy="请重新导出或重新拷贝一份。", place=Place(name))
    pages = text.split("\f")
    line = count(1)
    lines = (
        Para(
            Style.BODY,
            (content.rstrip(),),
            Place(name, page=number if len(pages) > 1 else None, line=next(line)),
        )
        for number, page in enumerate(pages, start=1)
        for content in _LINE_END.split(page)
    )
    blocks = tuple(with_tables(lines))
    return Document((Part(name, blocks),), title=name, ruled=any(isinstance(block, Table) for block in blocks))
