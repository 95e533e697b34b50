"""Read our own PDF by its tags: what was written comes back to the letter."""

from bisect import bisect_right
from collections import Counter

from pdfminer.pdfdocument import PDFDocument, PDFNoOutlines
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from jiping.domain.document import Align, Block, Cell, Para, Part, Role, Style, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, area, table_of
from jiping.formats.pdf.tags import Tag, structure

STYLES = {"H1": Style.TITLE, "H2": Style.HEADING1, "H3": Style.HEADING2, "H4": Style.HEADING3, "P": Style.BODY}
BREAK = "\u200b"
SPACE = "\u00a0\u200b"
JOINER = "\u200b\u200b"
SPACE_KEPT = "\u00a0"


def read_tagged(document: PDFDocument, name: str) -> tuple[Part, ...]:
    """Return the parts the outline names, with the blocks that begin on their pages."""
    pages = list(PDFPage.create_pages(document))
    outline = _outline(document, pages)
    starts = [page for page, _ in outline]
    blocks: list[list[Block]] = [[] for _ in outline]
    paragraphs: Counter[int] = Counter()
    tables = 0
    for tag in structure(document, pages).find(*STYLES, "Table"):
        page = tag.page or 1
        if tag.kind == "Table":
            tables += 1
            block: Block = _table(tag, Place(name, page=page, table=tables))
        else:
            paragraphs[page] += 1
            block = _para(tag, Place(name, page=page, paragraph=paragraphs[page]))
        blocks[max(0, bisect_right(starts, page) - 1)].append(block)
    return tuple(Part(title, tuple(found)) for (_, title), found in zip(outline, blocks, strict=True))


def _outline(document: PDFDocument, pages: list[PDFPage]) -> list[tuple[int, str]]:
    numbers = {page.pageid: number for number, page in enumerate(pages, start=1)}
    try:
        entries = list(document.get_outlines())
    except PDFNoOutlines:
        return [(1, "正文")]
    return [(numbers[resolve1(dest)[0].objid], title) for _, title, dest, *_ in entries]


def _para(tag: Tag, place: Place) -> Para:
    texts = tuple(_plain(text) for text in _parted(tag.text))
    return Para(Style.LINE if len(texts) > 1 else STYLES[tag.kind], texts, place)


def _table(tag: Tag, place: Place) -> Table:
    cells: dict[Position, Cell] = {}
    taken: set[Position] = set()
    rows = list(tag.find("TR"))
    for r, row in enumerate(rows):
        c = 0
        for each in row.find("TH", "TD"):
            while (r, c) in taken:
                c += 1
            role = Role.HEADER if each.kind == "TH" else Role.TEXT
            where = Place(place.file, page=each.page or place.page, table=place.table, row=r + 1, column=c + 1)
            cell = Cell(_plain(each.text), each.rowspan, each.colspan, role, Align.LEFT, place=where)
            cells[r, c] = cell
            taken.update(area((r, c), cell))
    width = 1 + max((c for _, c in taken), default=-1)
    headers = sum(1 for head in tag.find("THead") for _ in head.find("TR"))
    return table_of(cells, (0,) * width, headers, place)


def _parted(text: str) -> list[str]:
    return text.replace(SPACE, SPACE_KEPT).split(JOINER)


def _plain(text: str) -> str:
    return text.replace(SPACE, SPACE_KEPT).replace(BREAK, "\n").replace(SPACE_KEPT, " ")
