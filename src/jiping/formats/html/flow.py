"""The running text of a page: white space as a browser shows it, a paragraph wherever a block begins or ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from jiping.domain.document import Align, Block, Cell, Para, Role, Style, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, area, table_of
from jiping.formats.guard import refuse_too_many_cells

_HEADINGS = {"h1": Style.TITLE, "h2": Style.HEADING1, "h3": Style.HEADING2, "h4": Style.HEADING3}
_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "hr", "pre", "blockquote",
    "body", "html", "section", "article", "header", "footer", "main", "aside", "nav", "address", "center", "form",
    "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "details", "summary", "figure", "figcaption", "fieldset",
))  # fmt: skip
_UNSEEN = frozenset(
    ("head", "script", "style", "template", "noscript", "del", "object", "iframe", "svg", "select", "textarea")
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACES = re.compile("[ \t\r\n\f]+")
_WIDEST_SPAN = 1000


@dataclass
class Flow:
    """Blocks met so far, and the text of the paragraph that is open."""

    place: Place
    tables: Iterator[int]
    paragraphs: Iterator[int]
    blocks: list[Block] = field(default_factory=list)
    open: str = ""
    style: Style = Style.BODY

    def close(self, style: Style = Style.BODY) -> None:
        """End the open paragraph; the next one has this style."""
        if text := shown(self.open):
            self.blocks.append(Para(self.style, (text,), replace(self.place, paragraph=next(self.paragraphs))))
        self.open, self.style = "", style


def flow_of(root: etree._Element, place: Place, tables: Iterator[int], paragraphs: Iterator[int]) -> Flow:
    """Return the blocks below `root`, counted on by the two counters."""
    flow = Flow(place, tables, paragraphs)
    _walk(root, flow)
    flow.close()
    return flow


def shown(source: str) -> str:
    """Return what a browser shows of a source text in which a form feed stands for a line break."""
    lines = (_SPACES.sub(" ", line).strip(" ") for line in source.split("\f"))
    return "\n".join(line.replace("\u00a0", " ").replace("\u200b", "") for line in lines).strip()


def _walk(element: etree._Element, flow: Flow) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN or _HIDDEN.search(element.get("style", "")):
        return
    if tag == "table" and not _only_lays_out(element):
        flow.close()
        if (table := _table(element, replace(flow.place, table=next(flow.tables)))).rows:
            flow.blocks.append(table)
    elif tag == "p" and element.get("class") == Style.LINE.value:
        flow.close()
        texts = tuple(shown(_source(each)) for each in element)
        flow.blocks.append(Para(Style.LINE, texts, replace(flow.place, paragraph=next(flow.paragraphs))))
    elif tag in _BLOCKS:
        flow.close(_style(element))
        _walk_inside(element, flow)
        flow.close()
    else:
        flow.open += _sign(element)
        _walk_inside(element, flow)


def _walk_inside(element: etree._Element, flow: Flow) -> None:
    flow.open += _plain(element.text)
    for child in element:
        _walk(child, flow)
        flow.open += _plain(child.tail)


def _table(source: etree._Element, place: Place) -> Table:
    cells: dict[Position, Cell] = {}
    taken: set[Position] = set()
    rows = [row for row in source.iter("tr") if next(row.iterancestors("table")) is source]
    headings = 0
    for r, row in enumerate(rows):
        parent = row.getparent()
        headings += headings == r and parent is not None and parent.tag == "thead"
        c = 0
        for each in (each for each in row if each.tag in {"td", "th"}):
            while (r, c) in taken:
                c += 1
            rowspan = min(_span(each, "rowspan") or len(rows), len(rows) - r)
            colspan = min(_span(each, "colspan") or 1, _WIDEST_SPAN)
            refuse_too_many_cells(len(taken) + rowspan * colspan, place)
            role = Role.HEADER if each.tag == "th" and headings > r else Role.TEXT
            where = replace(place, row=r + 1, column=c + 1)
            cell = Cell(_cell_text(each), rowspan, colspan, role, Align.LEFT, place=where)
            cells[r, c] = cell
            taken.update(area((r, c), cell))
    width = 1 + max((c for _, c in taken), default=-1)
    refuse_too_many_cells(len(rows) * width, place)
    return table_of(cells, (0,) * width, headings, place)


def _cell_text(cell: etree._Element) -> str:
    """Return the text of a cell, one paragraph a line; rows of a table inside are lines of their own."""
    return "\n".join(line for line in shown(_source(cell)).split("\n") if line.strip())


def _source(element: etree._Element) -> str:
    """Return the text below an element as written, a form feed wherever a line must end."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return ""
    inside = _plain(element.text) + "".join(_source(child) + _plain(child.tail) for child in element)
    if element.tag in {"td", "th"}:
        return f"{inside} "
    return f"\f{inside}\f" if element.tag in _BLOCKS else _sign(element) + inside


def _only_lays_out(table: etree._Element) -> bool:
    """Tell whether most of a table's text stands in tables within it."""
    inner = sum(_length(each) for each in table.iterfind(".//table"))
    return inner > 0 and 2 * inner > _length(table)


def _length(element: etree._Element) -> int:
    return sum(len(each.strip()) for each in element.itertext())


def _style(element: etree._Element) -> Style:
    known = element.get("class", "")
    return Style(known) if known in set(Style) else _HEADINGS.get(str(element.tag), Style.BODY)


def _sign(element: etree._Element) -> str:
    if element.tag == "br":
        return "\f"
    if element.tag == "input" and element.get("type", "").lower() in {"checkbox", "radio"}:
        return "☑" if element.get("checked") is not None else "☐"
    return ""


def _span(cell: etree._Element, side: str) -> int:
    stated = cell.get(side, "1").strip()
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 6 else 1


def _plain(text: str | None) -> str:
    return (text or "").replace("\f", " ")
