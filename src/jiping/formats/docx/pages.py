"""The blocks of a Word file by the page they begin, in reading order, and the markup each was read from.

Empty paragraphs are spacing and are dropped. A text box stands after the paragraph it is anchored in.
"""

from collections.abc import Iterator

from lxml import etree

from jiping.domain.document import Block, Para, Style
from jiping.domain.place import Place
from jiping.formats.docx.frames import framed_cells
from jiping.formats.docx.markup import q
from jiping.formats.docx.numbering import Numbering
from jiping.formats.docx.story import PAGE_BREAK, passed_through, text_and_boxes
from jiping.formats.docx.table_reader import read_table

_TABLE, _PARAGRAPH, _PROPERTIES = map(q, ("tbl", "p", "pPr"))
_NEW_PAGE, _SECTION, _STYLE, _VALUE = map(q, ("pageBreakBefore", "sectPr", "pStyle", "val"))
_STYLES = frozenset(Style)


class Pages:
    """Blocks met so far, by the page they begin.

    Tables and paragraphs are counted through the file: `tables[n - 1]` is the markup of the table with number `n`,
    `paragraphs[n - 1]` that of the paragraph, which stands there several times where page breaks part it.
    """

    def __init__(self, name: str, numbering: Numbering) -> None:
        self.name = name
        self.numbering = numbering
        self.blocks: list[list[Block]] = [[]]
        self.paragraphs: list[etree._Element] = []
        self.tables: list[etree._Element] = []

    def tell(self, parent: etree._Element) -> None:
        """Take everything under `parent`: the body of the file, a frame, a text box."""
        for child in passed_through(parent):
            if child.tag == _TABLE and (frames := framed_cells(child)):
                for cell in frames:
                    self.tell(cell)
            elif child.tag == _TABLE:
                self.tables.append(child)
                place = Place(self.name, table=len(self.tables))
                self.blocks[-1].append(read_table(child, place, self.numbering))
            elif child.tag == _PARAGRAPH:
                self._tell_paragraph(child)

    def _tell_paragraph(self, paragraph: etree._Element) -> None:
        properties = {str(each.tag): each for each in _properties(paragraph)}
        if _NEW_PAGE in properties:
            self.blocks.append([])
        known = (properties[_STYLE].get(_VALUE, "") if _STYLE in properties else "").lower()
        style = Style(known) if known in _STYLES else Style.BODY
        whole, boxes = text_and_boxes(paragraph)
        if number := self.numbering.number_of(paragraph):
            whole = number + whole.lstrip("\t ")
        for begins_page, text in enumerate(whole.split(PAGE_BREAK)):
            if begins_page:
                self.blocks.append([])
            if text.strip():
                texts = tuple(piece.strip() for piece in text.split("\t") if piece.strip())
                self.paragraphs.append(paragraph)
                place = Place(self.name, paragraph=len(self.paragraphs))
                self.blocks[-1].append(Para(Style.LINE if len(texts) > 1 else style, texts, place))
        for box in boxes:
            self.tell(box)
        if _SECTION in properties and _begins_page(properties[_SECTION]):
            self.blocks.append([])


def _properties(paragraph: etree._Element) -> Iterator[etree._Element]:
    for child in paragraph:
        if child.tag == _PROPERTIES:
            yield from child
            return


def _begins_page(section: etree._Element) -> bool:
    kind = section.find(q("type"))
    return kind is None or kind.get(_VALUE) not in {"continuous", "nextColumn"}
