"""The running text of WordprocessingML as a reader of the page sees it."""

from collections.abc import Iterator

from lxml import etree

from jiping.formats.docx.markup import q

PAGE_BREAK = "\f"

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THROUGH = frozenset(
    map(q, ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo"))
)
_SIGNS = {q("tab"): "\t", q("cr"): "\n", q("noBreakHyphen"): "-"}
_NOTES = (
    ("ins", "文件里有未接受的修订：新增的文字已计入。"),
    ("del", "文件里有未接受的修订：删除的文字没有计入。"),
    ("txbxContent", "文件里有文本框，其中的文字没有读入。"),
    ("numPr", "文件里有自动编号，编号不是文字，没有读入。"),
)


def passed_through(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of `parent`, looking through wrappers that do not show on the page."""
    for child in parent:
        if child.tag in _THROUGH:
            yield from passed_through(child)
        elif child.tag == f"{_MARKUP}AlternateContent":
            choice = child.find(f"{_MARKUP}Choice")
            yield from passed_through(choice) if choice is not None else ()
        else:
            yield child


def text_of(paragraph: etree._Element) -> str:
    """Return the text of a paragraph: a soft line break is a newline, a page break a form feed."""
    return "".join(
        _sign(piece) for child in passed_through(paragraph) if child.tag == q("r") for piece in passed_through(child)
    )


def notes_on(body: etree._Element) -> tuple[str, ...]:
    """Say what the page holds that plain text cannot show."""
    return tuple(note for name, note in _NOTES if next(body.iter(q(name)), None) is not None)


def _sign(piece: etree._Element) -> str:
    if piece.tag == q("t"):
        return piece.text or ""
    if piece.tag == q("br"):
        return PAGE_BREAK if piece.get(q("type")) == "page" else "\n"
    return _SIGNS.get(str(piece.tag), "")
