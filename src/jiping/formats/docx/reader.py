"""Read a Word file by its own markup: insertions in, deletions out, merged cells whole, parts split at page breaks.

Empty paragraphs are spacing and are dropped. A part is named after its first text.
"""

from collections.abc import Iterator
from itertools import count
from posixpath import join, normpath
from zipfile import ZipFile

from lxml import etree

from jiping.domain.document import Attachment, Block, Document, Para, Part, Style
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.docx.markup import W, q
from jiping.formats.docx.package import ATTACHMENT_SPACE, unpack_attachment
from jiping.formats.docx.story import PAGE_BREAK, notes_on, passed_through, text_of
from jiping.formats.docx.table_reader import read_table
from jiping.formats.guard import damage_reported, open_package, parse_xml

MAGIC = (b"PK\x03\x04",)
INSIDE = (b"word/",)

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs and tables of a docx file; UnreadableFile when it is not one."""
    with damage_reported(name), open_package(data, name) as package:
        body = _main_part(package, name).find(q("body"))
        if body is None:
            raise UnreadableFile("文件里没有正文。", remedy="请用 Word 或 WPS 另存一份再读。", place=Place(name))
        parts = tuple(_named(blocks) for blocks in _split(body, name) if blocks)
        return Document(parts, title=name, attachment=_attachment(package, name), notes=notes_on(body))


def _main_part(package: ZipFile, name: str) -> etree._Element:
    relations = parse_xml(package.read("_rels/.rels"), name)
    targets = [each.get("Target", "") for each in relations if each.get("Type", "").endswith("/officeDocument")]
    main = normpath(join("/", targets[0])).lstrip("/") if targets else ""
    if main in package.namelist():
        root = parse_xml(package.read(main).replace(_STRICT, W.encode()), name)
        if root.tag == q("document"):
            return root
    raise UnreadableFile("这不是 Word 文件。", remedy="请确认扩展名与内容一致。", place=Place(name))


def _split(body: etree._Element, name: str) -> Iterator[list[Block]]:
    blocks: list[Block] = []
    paragraph, table = count(1), count(1)
    for child in passed_through(body):
        if child.tag == q("tbl"):
            blocks.append(read_table(child, Place(name, table=next(table))))
        elif child.tag == q("p"):
            if child.find(f"{q('pPr')}/{q('pageBreakBefore')}") is not None:
                yield blocks
                blocks = []
            for number, text in enumerate(text_of(child).split(PAGE_BREAK)):
                if number:
                    yield blocks
                    blocks = []
                if text.strip():
                    blocks.append(_para(child, text, Place(name, paragraph=next(paragraph))))
            if _ends_page(child):
                yield blocks
                blocks = []
    yield blocks


def _para(paragraph: etree._Element, text: str, place: Place) -> Para:
    style = paragraph.find(f"{q('pPr')}/{q('pStyle')}")
    known = (style.get(q("val"), "") if style is not None else "").lower()
    texts = tuple(piece.strip() for piece in text.split("\t") if piece.strip())
    kind = Style(known) if known in set(Style) else Style.BODY
    return Para(Style.LINE if len(texts) > 1 else kind, texts, place)


def _ends_page(paragraph: etree._Element) -> bool:
    section = paragraph.find(f"{q('pPr')}/{q('sectPr')}")
    if section is None:
        return False
    kind = section.find(q("type"))
    return kind is None or kind.get(q("val")) not in {"continuous", "nextColumn"}


def _named(blocks: list[Block]) -> Part:
    first = next((block.text for block in blocks if isinstance(block, Para)), "正文")
    return Part(first, tuple(blocks))


def _attachment(package: ZipFile, name: str) -> Attachment | None:
    for member in package.namelist():
        if member.startswith("customXml/item") and ATTACHMENT_SPACE.encode() in (xml := package.read(member)):
            found = unpack_attachment(parse_xml(xml, name))
            return found if found.name else None
    return None
