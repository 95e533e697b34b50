"""Read pages by their marks: tables where lines cross, paragraphs from the text between.

What one cannot see is not guessed: the file is one part, because a new page is no new document. Page numbers are
dropped. A table that goes on over a page is joined when its columns stand at places of the other's and no text lies between.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jiping.domain.document import Block, Para, Part
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import MAX_CELLS
from jiping.formats.ruled.bare import bare_lattice
from jiping.formats.ruled.carry_over import joined
from jiping.formats.ruled.columns import Edges, common_edges
from jiping.formats.ruled.grid import RuledTable, fill
from jiping.formats.ruled.lattice import Lattice, lattices
from jiping.formats.ruled.level import level_lattices
from jiping.formats.ruled.marks import Char, PageMarks
from jiping.formats.ruled.paragraphs import paragraphs
from jiping.formats.ruled.pieces import pieces_of
from jiping.formats.ruled.unsure import wholly_unsure, with_doubts

MAX_CHARACTERS = 8 * MAX_CELLS


def part_of(pages: Iterable[PageMarks], name: str) -> Part:
    """Return the whole file as one part, named after its first text."""
    blocks: list[Para | RuledTable] = []
    tables = characters = 0
    for page in pages:
        characters += len(page.chars)
        if characters > MAX_CHARACTERS:
            raise UnreadableFile("文字太多，不像自评材料。", remedy="请确认选对了文件。", place=Place(name))
        for block in _page_blocks(page, name, _last_edges(blocks)):
            if isinstance(block, RuledTable):
                tables += _add_table(blocks, replace(block, place=replace(block.place, table=tables + 1)))
            else:
                blocks.append(block)
    done: tuple[Block, ...] = tuple(b.table() if isinstance(b, RuledTable) else b for b in blocks)
    return Part(next((block.text for block in done if isinstance(block, Para)), "正文"), done)


def _add_table(blocks: list[Para | RuledTable], table: RuledTable) -> int:
    """Add a table, or what it adds to the last one; return how many tables more there are.

    A piece that text parts from the piece above, as the line 续表 does, stays a table but shares its columns.
    """
    at = max((i for i, block in enumerate(blocks) if isinstance(block, RuledTable)), default=-1)
    last = blocks[at] if blocks else None
    edges = common_edges(last.edges, table.edges) if isinstance(last, RuledTable) else None
    if not isinstance(last, RuledTable) or edges is None:
        blocks.append(table)
        return 1
    upper, lower = last.laid_on(edges), table.laid_on(edges)
    if at == len(blocks) - 1:
        blocks[at] = joined(upper, lower)
        return 0
    blocks[at] = upper
    blocks.append(lower)
    return 1


def _last_edges(blocks: Iterable[Para | RuledTable]) -> Edges:
    """Return the columns of the last table."""
    return next((block.edges for block in reversed(list(blocks)) if isinstance(block, RuledTable)), ())


def _page_blocks(page: PageMarks, name: str, earlier: Edges) -> Iterator[Para | RuledTable]:
    """Yield tables and the paragraphs between them, from top to bottom; text beside a table comes after it.

    `earlier` are the columns of the last table before the page, which may go on here.
    """
    place = Place(name, page=page.number)
    tables, loose = _tables(page, place, earlier)
    bands: list[list[Char]] = [[] for _ in range(len(tables) + 1)]
    tops = [top for top, _ in tables]
    for char in loose:
        bands[bisect_right(tops, (char.top + char.bottom) / 2)].append(char)
    right = max((char.right for char in page.chars if char.text.strip()), default=0)
    number = 0
    for at, band in enumerate(bands):
        for para in paragraphs(band, page.height, right):
            number += 1
            yield replace(para, place=replace(place, paragraph=number))
        if at < len(tables):
            yield tables[at][1]


def _tables(page: PageMarks, place: Place, earlier: Edges) -> tuple[list[tuple[float, RuledTable]], list[Char]]:
    """Return the tables with the heights they begin at, and the letters that stand in none.

    What walls draw is sure; then come tables of level lines only, of which some cells may be doubted, then those
    without a line, of which all are.
    """
    if drawn := lattices(page.strokes, place):
        return _filled(drawn, page.chars, place)
    if level := level_lattices(page.strokes, page.chars, place, earlier):
        pieces = pieces_of(page.chars)
        tables, loose = _filled(level, page.chars, place)
        doubted = zip(tables, level, strict=True)
        return [(top, with_doubts(table, lattice, pieces)) for (top, table), lattice in doubted], loose
    bare = bare_lattice(page.chars, place, earlier)
    tables, loose = _filled([bare] if bare else [], page.chars, place)
    return [(top, wholly_unsure(table)) for top, table in tables], loose


def _filled(
    found: Iterable[Lattice], chars: list[Char], place: Place
) -> tuple[list[tuple[float, RuledTable]], list[Char]]:
    tables = []
    for lattice in found:
        table, chars = fill(lattice, chars, place)
        tables.append((lattice.top, table))
    return tables, chars
