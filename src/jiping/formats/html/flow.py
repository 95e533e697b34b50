"""The blocks of a web page in order: a paragraph begins and ends wherever a block does."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from jiping.domain.document import Block, Para, Style
from jiping.domain.place import Place
from jiping.formats.html.tables import only_lays_out, read_table
from jiping.formats.html.words import BLOCKS, is_unseen, plain, shown, sign, source_of

_HEADINGS = {"h1": Style.TITLE, "h2": Style.HEADING1, "h3": Style.HEADING2, "h4": Style.HEADING3}


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


def _walk(element: etree._Element, flow: Flow) -> None:
    tag = element.tag
    if is_unseen(element):
        return
    if tag == "table" and not only_lays_out(element):
        flow.close()
        if (table := read_table(element, replace(flow.place, table=next(flow.tables)))).rows:
            flow.blocks.append(table)
    elif tag == "p" and element.get("class") == Style.LINE.value:
        flow.close()
        texts = tuple(shown(source_of(each)) for each in element)
        flow.blocks.append(Para(Style.LINE, texts, replace(flow.place, paragraph=next(flow.paragraphs))))
    elif tag in BLOCKS:
        flow.close(_style(element))
        _walk_inside(element, flow)
        flow.close()
    else:
        flow.open += sign(element)
        _walk_inside(element, flow)


def _walk_inside(element: etree._Element, flow: Flow) -> None:
    flow.open += plain(element.text)
    for child in element:
        _walk(child, flow)
        flow.open += plain(child.tail)


def _style(element: etree._Element) -> Style:
    known = element.get("class", "")
    return Style(known) if known in set(Style) else _HEADINGS.get(str(element.tag), Style.BODY)
