"""Filings in YAML, the form a clerk fills by hand: the same keys as JSON, Chinese comments, prose with bound numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jiping.domain.errors import UnreadableFile
from jiping.domain.filing import Filing, Narrative
from jiping.domain.place import Place
from jiping.exchange.keys.filing import FILING
from jiping.exchange.marks import marked, unclosed, unmarked
from jiping.exchange.notation import record_lines
from jiping.exchange.plain import from_plain, to_plain
from jiping.exchange.scalar import Json, Misfit, Path
from jiping.rulepack.strict.node import Node
from jiping.rulepack.strict.yaml import read_yaml
from jiping.scoring.facts import FACTS

HEADER = f"""\
# 绩效自评表。每项上方的 # 行是说明；在半角冒号后空一格填写，没有的内容请留空，不要写 0。
# 文字较长时在冒号后写 |- ，从下一行起缩进两格书写，可分段。
# 文中的数字可与数据绑定，如“项目支出 {{{{expenditure=6 万元}}}}”，读出来就是“项目支出 6 万元”；
# 数据以后有变而文字未改时，校核会指出。两个连写的左花括号本身请写成 {{{{=}}}}。
# 可绑定的数据：{"、".join(f"{fact.name} {fact.label}" for fact in FACTS)}，
# 以及 target.三级指标名称（年初指标值）、actual.三级指标名称（实际完成值）。
# 某行有佐证材料时，在该行加一项 evidence: [{{title: 材料名称, number: 文号}}]。
# 对某条校核意见有说明时，另加一项 waivers: [{{code: 规则编号, reason: 理由, person: 姓名, date: 2025-03-31}}]。
"""


def read(text: str, name: str) -> tuple[Filing, ...]:
    """Return the filings of a YAML text: one, or a list of them.

    Raises UnreadableFile with file, line, what is wrong and what to write.
    """
    root = read_yaml(text.encode(), name, UnreadableFile)
    return tuple(_filing(node) for node in (root.list() if isinstance(root.value, tuple) else (root,)))


def write(filing: Filing, *, comments: bool = True) -> str:
    """Return the filing as YAML that `read` turns back into an equal one."""
    return write_plain(to_plain(marked(filing)), comments=comments)


def write_all(filings: Sequence[Filing]) -> str:
    """Return one filing as a page of its own, several as a list; comments stand at the top once."""
    if len(filings) == 1:
        return write(filings[0])
    items = (write_plain(to_plain(marked(filing)), comments=False).splitlines() for filing in filings)
    return HEADER + "".join(_item(lines) for lines in items)


def _item(lines: Sequence[str]) -> str:
    first, *rest = lines
    return "".join(f"{line}\n" for line in (f"- {first}", *(f"  {line}" if line else "" for line in rest)))


def write_plain(data: Mapping[str, Json], *, comments: bool) -> str:
    """Return the plain data of a filing, its prose already marked, as YAML."""
    lines = record_lines(FILING, data, comments=comments)
    return (HEADER if comments else "") + "\n".join(lines) + "\n"


def _filing(node: Node) -> Filing:
    try:
        written = from_plain(_written(node))
        _refuse_unclosed(written, node)
        return _placed(unmarked(written), node)
    except Misfit as misfit:
        place = Place(node.file, line=_line(node, misfit.path))
        spot = " ".join(f"第 {step + 1} 条" if isinstance(step, int) else step for step in misfit.path)
        raise UnreadableFile(f"{spot}：{misfit.what}", remedy=misfit.remedy, place=place) from None


def _refuse_unclosed(filing: Filing, node: Node) -> None:
    """Refuse prose whose marks are not whole: their braces would be printed on the form."""
    for name, section in filing.narrative.sections():
        odd = unclosed(section.text)
        if odd is not None:
            raise UnreadableFile(
                f"“{odd}”不是完整的数据绑定。",
                why="照此输出，花括号会印进正式文本。",
                remedy="请写成“{{数据名称=文字}}”的样子，如 {{expenditure=6 万元}}；花括号本身请写成 {{=}}。",
                place=Place(node.file, line=_line(node, ("narrative", name.value))),
            )


def _written(node: Node) -> object:
    """Return the data of a node with every scalar as the text that was typed: 9.80 stays 9.80, 98% stays a text."""
    if isinstance(node.value, tuple):
        return [_written(item) for item in node.value]
    if isinstance(node.value, Mapping):
        return {name: _written(part) for name, part in node.value.items()}
    return node.written()


def _line(node: Node, path: Path) -> int:
    """Return the line of the value at `path`, or of the nearest value around it."""
    for step in path:
        inner: object = None
        if isinstance(node.value, tuple) and isinstance(step, int):
            inner = node.value[step]
        elif isinstance(node.value, Mapping):
            inner = node.value.get(str(step))
        if not isinstance(inner, Node):
            break
        node = inner
    return node.line


def _placed(filing: Filing, node: Node) -> Filing:
    """Return the filing with every place in the file just read: a finding must point where the clerk can mend it."""
    parts = dict(node.items())
    rows, funds = (_items(parts.get(name)) for name in ("rows", "funds"))
    texts = dict(parts["narrative"].items()) if filing.narrative != Narrative() else {}
    sections = {name: replace(section, place=_place(texts[name])) for name, section in filing.narrative.sections()}
    return replace(
        filing,
        narrative=Narrative(**sections),
        rows=tuple(replace(row, place=_place(item)) for row, item in zip(filing.rows, rows, strict=True)),
        funds=tuple(replace(line, place=_place(item)) for line, item in zip(filing.funds, funds, strict=True)),
        place=_place(node),
    )


def _items(node: Node | None) -> Sequence[Node]:
    return node.list() if node is not None and isinstance(node.value, tuple) else ()


def _place(node: Node) -> Place:
    return Place(node.file, line=node.line)
