"""The running text of WordprocessingML as a reader of the page sees it: what is inserted counts, what is deleted does not.

What is hidden has been taken out before (see `hidden`).
"""

from collections.abc import Iterator

from lxml import etree

from jiping.formats.docx.markup import W, q
from jiping.formats.docx.symbols import symbol
from jiping.formats.wording import Piece

PAGE_BREAK = "\f"
_WRAPPERS = ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
LOOKED_THROUGH = frozenset(map(q, _WRAPPERS))

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES = f"{_MARKUP}AlternateContent"
_TEXT, _BREAK, _SYMBOL, _FORM_FIELD = map(q, ("t", "br", "sym", "fldChar"))
_ENTERED = LOOKED_THROUGH | {q("r")}
_BREAK_KIND = q("type")
_SIGNS = {q("tab"): "\t", q("cr"): "\n", q("noBreakHyphen"): "-"}
_SILENT = frozenset(map(q, ("pPr", "rPr", "del", "moveFrom", "bookmarkStart", "bookmarkEnd", "proofErr")))
_PICTURES = frozenset(map(q, ("drawing", "pict", "object")))
_BOX = q("txbxContent")


def passed_through(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of `parent`, looking through wrappers that do not show on the page."""
    for child in parent:
        if child.tag in LOOKED_THROUGH:
            yield from passed_through(child)
        elif child.tag == _ALTERNATIVES:
            choice = child.find(f"{_MARKUP}Choice")
            yield from passed_through(choice) if choice is not None else ()
        else:
            yield child


def text_of(paragraph: etree._Element) -> str:
    """Return the text of a paragraph: a soft line break is a newline, a page break a form feed."""
    return text_and_boxes(paragraph)[0]


def text_and_boxes(paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
    """Return the text of a paragraph and the contents of the text boxes anchored in it."""
    pieces: list[str] = []
    boxes: list[etree._Element] = []
    _gather(paragraph, pieces, boxes)
    return "".join(pieces), boxes


def pieces_of(parent: etree._Element) -> Iterator[Piece]:
    """Yield the same text piece by piece, each with the element that holds it; signs that are no text have none."""
    for child in parent:
        tag = child.tag
        if tag == _TEXT:
            yield Piece(child.text or "", child)
        elif tag in _ENTERED:
            yield from pieces_of(child)
        elif tag == _ALTERNATIVES and (choice := child.find(f"{_MARKUP}Choice")) is not None:
            yield from pieces_of(choice)
        elif tag not in _SILENT and tag not in _PICTURES:
            yield Piece(_sign(child))


def _gather(parent: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
    for child in parent:
        tag = child.tag
        if tag == _TEXT:
            pieces.append(child.text or "")
        elif tag in _ENTERED:
            _gather(child, pieces, boxes)
        elif tag in _SILENT:
            continue
        elif tag == _ALTERNATIVES and (choice := child.find(f"{_MARKUP}Choice")) is not None:
            _gather(choice, pieces, boxes)
        elif tag in _PICTURES:
            boxes += (box for box in child.iter(_BOX) if next(box.iterancestors(_BOX, *_PICTURES)) is child)
        else:
            pieces.append(_sign(child))


def _sign(child: etree._Element) -> str:
    tag = str(child.tag)
    if tag == _BREAK:
        return PAGE_BREAK if child.get(_BREAK_KIND) == "page" else "\n"
    if tag == _SYMBOL:
        return symbol(child.get(q("font"), ""), child.get(q("char"), ""))
    return _tick(child) if tag == _FORM_FIELD else _SIGNS.get(tag, "")


def _tick(field: etree._Element) -> str:
    """Return the sign of a form's check box, nothing for any other field."""
    box = field.find(f"{{{W}}}ffData/{{{W}}}checkBox")
    if box is None:
        return ""
    stated = box.find(q("checked"))
    state = stated if stated is not None else box.find(q("default"))
    return "☑" if state is not None and state.get(q("val"), "1") in {"1", "true", "on"} else "☐"
