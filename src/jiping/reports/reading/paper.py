"""The document itself as markup: its paragraphs and tables, recognised words in the colour of their role."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from html import escape

from jiping.domain.document import Block, Cell, Document, Para, Part, Style, Table
from jiping.domain.place import Place
from jiping.layouts.spacing import bare
from jiping.reports.batch.anchor import anchor_of
from jiping.reports.reading.paint import Painted, paint
from jiping.reports.reading.role import Role
from jiping.reports.reading.told import Told

_SURE = Decimal("0.9")  # a picture's letters below this are hatched; only a look at the scan can settle them
_TAGGED = {Role.TITLE, Role.IDENTITY, Role.LABEL}  # whose colour alone does not say which of them it is
_EXPLAINED = {Role.TARGET, Role.ACTUAL}
_WHOLE = {Role.TITLE, Role.SECTION, Role.LABEL}  # what fills a paragraph; any other fact is words in a line
_TAGS = {Style.TITLE: "h3", Style.HEADING1: "h4"}


@dataclass(frozen=True)
class Paper:
    """Draws a document: `told` by place, `anchors` the name of every place, `doubts` why a place is doubtful."""

    told: Mapping[Place, Sequence[Told]]
    anchors: Mapping[Place, str]
    doubts: Mapping[Place, Sequence[str]]

    def draw(self, document: Document) -> Iterator[str]:
        for part in document.parts:
            yield f'<section class="paper"><h2>{escape(part.name)}</h2>{"".join(self._part(part))}</section>'

    def _part(self, part: Part) -> Iterator[str]:
        for block in part.blocks:
            yield self._block(block)

    def _block(self, block: Block) -> str:
        if isinstance(block, Table):
            return self._table(block)
        if not block.text.strip():
            return ""
        painted = paint(block.text, self.told.get(block.place, ()) if block.place else ())
        if painted.whole and painted.whole[0].role not in _WHOLE:
            painted = Painted((), ((block.text, painted.whole),))
        attributes, inner = self._spot(painted, block.place, [f"s-{block.style.value}"])
        tag = _TAGS.get(block.style, "p")
        return f"<{tag}{attributes}>{inner}</{tag}>"

    def _table(self, table: Table) -> str:
        total = sum(table.widths_mm)
        widths = (f'<col style="width:{100 * width // total}%">' for width in table.widths_mm) if total else ()
        rows = (f"<tr{_row_anchor(row)}>{''.join(map(self._cell, row))}</tr>" for row in table.rows)
        return f'<table class="grid"><colgroup>{"".join(widths)}</colgroup><tbody>{"".join(rows)}</tbody></table>'

    def _cell(self, cell: Cell) -> str:
        unsure = cell.confidence is not None and cell.confidence < _SURE
        painted = paint(cell.text, self.told.get(cell.place, ()) if cell.place else ())
        attributes, inner = self._spot(painted, cell.place, ["doubt"] if unsure else [])
        spans = (("rowspan", cell.rowspan), ("colspan", cell.colspan))
        spread = "".join(f' {name}="{number}"' for name, number in spans if number > 1)
        return f"<td{spread}{attributes}>{inner}</td>"

    def _spot(self, painted: Painted, place: Place | None, classes: list[str]) -> tuple[str, str]:
        """Return the attributes and the inner markup of a paragraph or cell."""
        doubts = self.doubts.get(place, ()) if place else ()
        classes += ["doubt"] if doubts else []
        anchor = f' id="{self.anchors[place]}"' if place else ""
        inner = "".join(_run(part, about) for part, about in painted.runs)
        return f"{anchor}{_marks(painted.whole, classes, doubts)}", inner + _understood(painted.whole)


def _row_anchor(row: Sequence[Cell]) -> str:
    """Return the attribute by which a whole row is linked to."""
    first = next((cell.place for cell in row if cell.place is not None and cell.place.row is not None), None)
    return "" if first is None else f' id="{anchor_of(replace(first, column=None))}"'


def _run(text: str, told: Sequence[Told]) -> str:
    return f"<mark{_marks(told, [], ())}>{escape(text)}</mark>" if told else escape(text)


def _marks(told: Sequence[Told], classes: Sequence[str], doubts: Sequence[str]) -> str:
    """Return class, hint and tag of something recognised; nothing for what is plain."""
    first = told[0] if told else None
    names = [*classes, *([first.role.css] if first else [])]
    hint = "\n".join(dict.fromkeys([*map(str, told), *(f"存疑：{why}" for why in doubts)]))
    parts = (("class", " ".join(names)), ("title", hint), ("data-is", _tag(told)))
    return "".join(f' {name}="{escape(value)}"' for name, value in parts if value)


def _tag(told: Sequence[Told]) -> str:
    """Return the one fact the words are about, empty where the words or the colour say it already."""
    names = {each.name for each in told}
    first = next(iter(told), None)
    if first is None or first.role not in _TAGGED or len(names) > 1 or bare(first.text) == first.name:
        return ""
    return first.name


def _understood(told: Sequence[Told]) -> str:
    """Return the value as understood, under the words it was read from."""
    meanings = dict.fromkeys(each.understood for each in told if each.role in _EXPLAINED and each.understood)
    return f"<small>{escape('；'.join(meanings))}</small>" if meanings else ""


def places(document: Document) -> Iterator[tuple[Place, str]]:
    """Yield the place and the text of every paragraph and cell."""
    for part in document.parts:
        for block in part.blocks:
            spots = (block,) if isinstance(block, Para) else (cell for row in block.rows for cell in row)
            yield from ((spot.place, spot.text) for spot in spots if spot.place is not None)
