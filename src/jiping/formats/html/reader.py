"""Read a web page: tables with their spans, paragraphs as the page shows them; a table that only lays out is looked through.

A page of ours comes back by its sections; any other is one part.
"""

import base64
import re
from itertools import count

from lxml import etree, html

from jiping.domain.document import Attachment, Block, Document, Para, Part
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.encodings import decoded
from jiping.formats.guard import damage_reported
from jiping.formats.html.flow import Flow, flow_of
from jiping.formats.xml import MAX_TAGS

MAGIC = tuple(
    sign
    for tag in (b"<!doctype", b"<html", b"<head", b"<meta", b"<body", b"<table", b"<div", b"<p", b"<!--", b"<?xml")
    for sign in (tag, tag.upper(), tag.decode().encode("utf-16-le"), tag.decode().encode("utf-16-be"))
)

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)")
_HEAD_BYTES = 4096


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs and tables of a web page; UnreadableFile when it shows no text."""
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    text = decoded(data, name, declared[1].decode("ascii") if declared else None)
    if text.count("<") > MAX_TAGS:
        raise UnreadableFile("文件大得不像自评材料。", remedy="请确认选对了文件。", place=Place(name))
    with damage_reported(name):
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        tables, paragraphs = count(1), count(1)
        sections = root.findall("body/section[@aria-label]") or [root]
        parts = tuple(_part(each, flow_of(each, Place(name), tables, paragraphs)) for each in sections)
        if not any(part.blocks for part in parts):
            raise UnreadableFile("网页里没有文字。", remedy="请确认网页已完整保存。", place=Place(name))
        return Document(parts, title=name, attachment=_attachment(root))


def _part(section: etree._Element, flow: Flow) -> Part:
    blocks: tuple[Block, ...] = tuple(flow.blocks)
    first = next((block.text for block in blocks if isinstance(block, Para)), "正文")
    return Part(section.get("aria-label") or first, blocks)


def _attachment(root: etree._Element) -> Attachment | None:
    for found in root.iterfind(".//template[@id='attachment']"):
        name, kind, about = (found.get(f"data-{each}", "") for each in ("name", "type", "description"))
        return Attachment(name, kind, base64.b64decode(found.text or ""), about)
    return None
