"""Read a layout (表样) of a pack: `packs/<pack>/layouts/<name>.yaml`."""

from collections.abc import Callable, Mapping

from jiping.domain.document import Align, Style
from jiping.domain.filing import Form
from jiping.domain.layout import (
    Column,
    ColumnRole,
    FactTable,
    FundTable,
    Layout,
    LayoutBlock,
    LayoutPart,
    Lines,
    NarrativeBlock,
    Reading,
    ScoreTable,
    SectionTable,
)
from jiping.rulepack.provenance import Verification
from jiping.rulepack.reading.layout_words import facts_of, headings, read_words, template, templates
from jiping.rulepack.strict.node import Node

_HEAD = ("name", "title", "form", "from", "basis", "confidence", "confirmed_on")


def read_layout(node: Node) -> Layout:
    """Return the layout a file holds. Raises the node's error, with file and line, for anything out of place."""
    parts = node.mapping(required=_HEAD, optional=("parts", "prose", "reading"))
    if "parts" not in parts and "reading" not in parts:
        raise node.fault("既没有 parts 也没有 reading。", "能打印的表样写 parts，只用于读取的写 reading。")
    return Layout(
        name=parts["name"].text(),
        title=parts["title"].text(),
        form=parts["form"].choice(Form),
        parts=tuple(_part(each) for each in parts["parts"].list()) if "parts" in parts else (),
        facts=facts_of(parts["prose"]) if "prose" in parts else {},
        basis=parts["basis"].text(),
        start=parts["from"].day(),
        confidence=parts["confidence"].choice(Verification).value,
        confirmed_on=parts["confirmed_on"].day(),
        reading=read_words(parts["reading"]) if "reading" in parts else Reading(),
    )


def _part(node: Node) -> LayoutPart:
    parts = node.mapping(required=("name", "titles", "blocks"))
    return LayoutPart(
        name=parts["name"].text(),
        titles=templates(parts["titles"]),
        blocks=tuple(_block(each) for each in parts["blocks"].list()),
    )


def _block(node: Node) -> LayoutBlock:
    names = [name for name, _ in node.items()]
    kind = next((name for name in names if name in _BLOCKS), None)
    if kind is None:
        raise node.fault("没有写明是哪一种内容。", f"请写其中一种：{'、'.join(_BLOCKS)}。")
    return _BLOCKS[kind](node)


def _lines(node: Node) -> Lines:
    parts = node.mapping(required=("lines", "style"))
    return Lines(parts["style"].choice(Style), templates(parts["lines"]))


def _fact_table(node: Node) -> FactTable:
    parts = node.mapping(required=("facts", "widths_mm"))
    widths = _widths(parts["widths_mm"])
    rows = tuple(tuple(_pair(pair) for pair in row.list()) for row in parts["facts"].list())
    if any(2 * len(row) > len(widths) for row in rows):
        raise parts["widths_mm"].fault("的列数不够。", "每个项目占两列：名称一列，内容一列。")
    return FactTable(rows, widths)


def _pair(node: Node) -> tuple[str, str]:
    if len(node.list()) != 2:
        raise node.fault("应为名称、内容两项。", '请写成 [项目名称, "{project}"]。')
    label, content = node.list()
    return label.text(), template(content)


def _narrative(node: Node) -> NarrativeBlock:
    return NarrativeBlock(headings(node.mapping(required=("narrative",))["narrative"]))


def _section_table(node: Node) -> SectionTable:
    parts = node.mapping(required=("sections", "label", "widths_mm"))
    sections, widths = headings(parts["sections"]), _widths(parts["widths_mm"])
    if len(widths) != len(sections) + 1:
        raise parts["widths_mm"].fault("的列数不对。", f"应为 {len(sections) + 1} 列：名称一列，每一部分一列。")
    return SectionTable(parts["label"].text(), sections, widths)


def _fund_table(node: Node) -> FundTable:
    parts = node.mapping(required=("funds", "total"))
    return FundTable(_columns(parts["funds"], ColumnRole.NAME), parts["total"].text())


def _score_table(node: Node) -> ScoreTable:
    parts = node.mapping(required=("scores", "total_labels", "grade"), optional=("groups",))
    return ScoreTable(
        columns=_columns(parts["scores"], ColumnRole.LEVEL3),
        total_labels=parts["total_labels"].texts(),
        grade=template(parts["grade"]),
        groups=parts["groups"].texts() if "groups" in parts else (),
    )


def _columns(node: Node, needed: ColumnRole) -> tuple[Column, ...]:
    columns = tuple(_column(each) for each in node.list())
    roles = [column.role for column in columns]
    if needed not in roles or len(set(roles)) < len(roles):
        raise node.fault(f"的各列用途应互不相同，并且要有 {needed.value} 一列。", "请核对各列的 role。")
    return columns


def _column(node: Node) -> Column:
    parts = node.mapping(required=("role", "heading", "width_mm"), optional=("align", "group", "aliases"))
    return Column(
        role=parts["role"].choice(ColumnRole),
        heading=parts["heading"].text(),
        width_mm=_width(parts["width_mm"]),
        align=parts["align"].choice(Align) if "align" in parts else Align.CENTER,
        group=parts["group"].text() if "group" in parts else None,
        aliases=parts["aliases"].texts() if "aliases" in parts else (),
    )


def _widths(node: Node) -> tuple[int, ...]:
    return tuple(_width(each) for each in node.list())


def _width(node: Node) -> int:
    width = node.decimal()
    if width != int(width) or width <= 0:
        raise node.fault(f"写的“{node.source}”不是毫米数。", "请写正整数，如 20。")
    return int(width)


_BLOCKS: Mapping[str, Callable[[Node], LayoutBlock]] = {
    "lines": _lines,
    "facts": _fact_table,
    "narrative": _narrative,
    "sections": _section_table,
    "funds": _fund_table,
    "scores": _score_table,
}
