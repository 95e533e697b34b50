"""XML inside packages, parsed without entities and within bounds."""

from lxml import etree

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import HEAD_BYTES

MAX_TAGS = 3_000_000
_DOCTYPES = (b"<!DOCTYPE",)
_WIDE_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-16-le", "utf-16-be"))


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse one member of an Office file; UnreadableFile when it declares a DTD or has far too many tags."""
    if any(sign in data for sign in (_WIDE_DOCTYPES if b"\0" in data[:HEAD_BYTES] else _DOCTYPES)):
        raise _declares_entities(Place(name))
    if len(data) > MAX_TAGS and data.count(b"<") > MAX_TAGS:
        raise UnreadableFile("文件大得不像自评材料。", remedy="请确认选对了文件。", place=Place(name))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(data, parser)


def _declares_entities(place: Place) -> UnreadableFile:
    return UnreadableFile(
        "文件里有外部实体声明。",
        why="正常的 Office 文件没有这种内容，它可能用来窃取本机文件，已停止打开。",
        remedy="请向提供文件的人核实来源，或用 Word、WPS 另存后再读。",
        place=place,
    )
