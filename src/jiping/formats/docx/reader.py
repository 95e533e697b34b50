"""Read a Word file by its own markup: insertions in, deletions out, merged cells whole, parts split at page breaks.

A part is named after its first text.
"""

import re
from zipfile import ZipFile

from jiping.domain.document import Attachment, Block, Document, Para, Part
from jiping.formats.docx.hidden import take_out_hidden
from jiping.formats.docx.lists import numbering_of
from jiping.formats.docx.main_part import body_of, main_member
from jiping.formats.docx.markup import W
from jiping.formats.docx.notes import notes_on
from jiping.formats.docx.package import ATTACHMENT_SPACE, unpack_attachment
from jiping.formats.docx.pages import Pages
from jiping.formats.guard import damage_reported
from jiping.formats.package import open_package
from jiping.formats.xml import parse_xml

MAGIC = (b"PK\x03\x04",)
INSIDE = (b"word/",)

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_ATTRIBUTES = rb"(?: [\w:]++=\"[^\"<>]*+\")*+"
# Fonts, sizes and alignments are half of a Word file; dropped before they are parsed, they cost a sixth of the time.
_LOOKS = re.compile(
    rb"<w:rPr>(?:<w:(?!vanish)\w++"
    + _ATTRIBUTES
    + rb"/>)*+</w:rPr>|<w:(?:tcW|vAlign|jc|spacing|ind)"
    + _ATTRIBUTES
    + rb"/>"
)


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs and tables of a docx file; UnreadableFile when it is not one."""
    with damage_reported(name), open_package(data, name) as package:
        xml = package.read(main_member(package, name)).replace(_STRICT, W.encode())
        body = body_of(parse_xml(_LOOKS.sub(b"", xml), name), name)
        told = tuple(notes_on(body, package, name))
        take_out_hidden(body)
        pages = Pages(name, numbering_of(package, name))
        pages.tell(body)
        parts = tuple(_named(blocks) for blocks in pages.blocks if blocks)
        notes = (*told, *pages.numbering.notes)
        return Document(parts, title=name, attachment=_attachment(package, name), notes=notes)


def _named(blocks: list[Block]) -> Part:
    first = next((block.text for block in blocks if isinstance(block, Para)), "正文")
    return Part(first, tuple(blocks))


def _attachment(package: ZipFile, name: str) -> Attachment | None:
    for member in package.namelist():
        if member.startswith("customXml/item") and ATTACHMENT_SPACE.encode() in (xml := package.read(member)):
            found = unpack_attachment(parse_xml(xml, name))
            return found if found.name else None
    return None
