"""Read a Word file by its own markup: insertions in, deletions out, merged cells whole, parts split at page breaks.

Empty paragraphs are spacing and are dropped. A part is named after its first text. A text box stands after the
paragraph it is anchored in.
"""

import re
from collections.abc import Iterator
from itertools import count
from posixpath import join, normpath
from zipfile import ZipFile

from lxml import etree

from jiping.domain.document import Attachment, Block, Document, Para, Part, Style
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.docx.frames import framed_cells
from jiping.formats.docx.hidden import take_out_hidden
from jiping.formats.docx.lists import numbering_of
from jiping.formats.docx.markup import W, q
from jiping.formats.docx.notes import notes_on
from jiping.formats.docx.numbering import Numbering
from jiping.formats.docx.package import ATTACHMENT_SPACE, unpack_attachment
from jiping.formats.docx.story import PAGE_BREAK, passed_through, text_and_boxes
from jiping.formats.docx.table_reader import read_table
from jiping.formats.guard import damage_reported
from jiping.formats.package import open_package
from jiping.formats.xml import parse_xml

MAGIC = (b"PK\x03\x04",)
INSIDE = (b"word/",)

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_ATTRIBUTES = rb"(?: [\w:]+=\"[^\"<>]*\")*"
# Fonts, sizes and alignments are half of a Word file; dropped before they are parsed, they cost a sixth of the time.
_LOOKS = re.compile(
    rb"<w:rPr>(?:<w:(?!vanish)\w+"
    + _ATTRIBUTES
    + rb"/>)*</w:rPr>|<w:(?:tcW|vAlign|jc|spacing|ind)"
    + _ATTRIBUTES
    + rb"/>"
)
_TABLE, _PARAGRAPH, _PROPERTIES = map(q, ("tbl", "p", "pPr"))
_NEW_PAGE, _SECTION, _STYLE, _VALUE = map(q, ("pageBreakBefore", "sectPr", "pStyle", "val"))
_STYLES = frozenset(Style)


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs and tables of a docx file; UnreadableFile when it is not one."""
    with damage_reported(name), open_package(data, name) as package:
        body = _main_part(package, name).find(q("body"))
        if body is None:
            raise UnreadableFile("文件里没有正文。", remedy="请用 Word 或 WPS 另存一份再读。", place=Place(name))
        told = tuple(notes_on(body, package, name))
        take_out_hidden(body)
        story = _Story(name, numbering_of(package, name))
        story.tell(body)
        parts = tuple(_named(blocks) for blocks in story.pages if blocks)
        notes = (*told, *story.numbering.notes)
        return Document(parts, title=name, attachment=_attachment(package, name), notes=notes)


class _Story:
    """Blocks met so far, by the page they begin; tables and paragraphs are counted through the file."""

    def __init__(self, name: str, numbering: Numbering) -> None:
        self.name = name
        self.numbering = numbering
        self.pages: list[list[Block]] = [[]]
        self.paragraphs = count(1)
        self.tables = count(1)

    def tell(self, parent: etree._Element) -> None:
        for child in passed_through(parent):
            if child.tag == _TABLE and (frames := framed_cells(child)):
                for cell in frames:
                    self.tell(cell)
            elif child.tag == _TABLE:
                place = Place(self.name, table=next(self.tables))
                self.pages[-1].append(read_table(child, place, self.numbering))
            elif child.tag == _PARAGRAPH:
                self._tell_paragraph(child)

    def _tell_paragraph(self, paragraph: etree._Element) -> None:
        properties = {str(each.tag): each for each in _properties(paragraph)}
        if _NEW_PAGE in properties:
            self.pages.append([])
        known = (properties[_STYLE].get(_VALUE, "") if _STYLE in properties else "").lower()
        style = Style(known) if known in _STYLES else Style.BODY
        whole, boxes = text_and_boxes(paragraph)
        if number := self.numbering.number_of(paragraph):
            whole = number + whole.lstrip("\t ")
        for begins_page, text in enumerate(whole.split(PAGE_BREAK)):
            if begins_page:
                self.pages.append([])
            if text.strip():
                texts = tuple(piece.strip() for piece in text.split("\t") if piece.strip())
                place = Place(self.name, paragraph=next(self.paragraphs))
                self.pages[-1].append(Para(Style.LINE if len(texts) > 1 else style, texts, place))
        for box in boxes:
            self.tell(box)
        if _SECTION in properties and _begins_page(properties[_SECTION]):
            self.pages.append([])


def _main_part(package: ZipFile, name: str) -> etree._Element:
    relations = parse_xml(package.read("_rels/.rels"), name)
    targets = [each.get("Target", "") for each in relations if each.get("Type", "").endswith("/officeDocument")]
    main = normpath(join("/", targets[0])).lstrip("/") if targets else ""
    if main in package.namelist():
        root = parse_xml(_LOOKS.sub(b"", package.read(main).replace(_STRICT, W.encode())), name)
        if root.tag == q("document"):
            return root
    raise UnreadableFile("这不是 Word 文件。", remedy="请确认扩展名与内容一致。", place=Place(name))


def _properties(paragraph: etree._Element) -> Iterator[etree._Element]:
    for child in paragraph:
        if child.tag == _PROPERTIES:
            yield from child
            return


def _begins_page(section: etree._Element) -> bool:
    kind = section.find(q("type"))
    return kind is None or kind.get(_VALUE) not in {"continuous", "nextColumn"}


def _named(blocks: list[Block]) -> Part:
    first = next((block.text for block in blocks if isinstance(block, Para)), "正文")
    return Part(first, tuple(blocks))


def _attachment(package: ZipFile, name: str) -> Attachment | None:
    for member in package.namelist():
        if member.startswith("customXml/item") and ATTACHMENT_SPACE.encode() in (xml := package.read(member)):
            found = unpack_attachment(parse_xml(xml, name))
            return found if found.name else None
    return None
