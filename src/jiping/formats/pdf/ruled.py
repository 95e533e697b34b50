"""Read a PDF of another program by its ruled lines: tables where lines cross, paragraphs from the text between.

What one cannot see is not guessed: the file is one part, because a new page is no new document. Page numbers are
dropped. A table that goes on over a page is joined when its columns stand at the same places and no text lies between.
"""

from collections.abc import Iterator
from dataclasses import replace

import pdfplumber
from pdfplumber.page import Page

from jiping.domain.document import Block, Para, Part
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import MAX_CELLS
from jiping.formats.pdf.carry_over import joined
from jiping.formats.pdf.grid import RuledTable, ruled_table
from jiping.formats.pdf.paragraphs import paragraphs

MAX_CHARACTERS = 20 * MAX_CELLS


def read_ruled(pdf: pdfplumber.pdf.PDF, name: str) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Return the whole file as one part, and notes on what could not be read."""
    blocks: list[Para | RuledTable] = []
    empty_pages = []
    tables = characters = 0
    for page in pdf.pages:
        characters += len(page.chars)
        if characters > MAX_CHARACTERS:
            raise UnreadableFile("文字太多，不像自评材料。", remedy="请确认选对了文件。", place=Place(name))
        found = list(_page_blocks(page, name))
        if not found:
            empty_pages.append(page.page_number)
        for block in found:
            if not isinstance(block, RuledTable):
                blocks.append(block)
            elif blocks and isinstance(last := blocks[-1], RuledTable) and last.continues_as(block):
                blocks[-1] = joined(last, block)
            else:
                tables += 1
                blocks.append(replace(block, place=replace(block.place, table=tables)))
        page.close()
    done: tuple[Block, ...] = tuple(b.table() if isinstance(b, RuledTable) else b for b in blocks)
    first = next((block.text for block in done if isinstance(block, Para)), "正文")
    notes = tuple(f"第 {number} 页没有文字，可能是扫描的图片，没有读入。" for number in empty_pages)
    return ((Part(first, done),) if done else ()), notes


def _page_blocks(page: Page, name: str) -> Iterator[Para | RuledTable]:
    """Yield tables and the paragraphs between them, from top to bottom."""
    place = Place(name, page=page.page_number)
    found = sorted((t for t in page.find_tables() if len(t.cells) > 1), key=lambda table: table.bbox[1])
    top, number = 0.0, 0
    for table in [*found, None]:
        bottom = table.bbox[1] if table else page.height
        for para in paragraphs(page, top, bottom):
            number += 1
            yield replace(para, place=replace(place, paragraph=number))
        if table:
            yield ruled_table(page, table, place)
            top = table.bbox[3]
