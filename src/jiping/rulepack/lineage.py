"""A pack with its parents: where each is found, and what it takes from those above it is there."""

from collections.abc import Collection, Mapping

from jiping.domain.errors import PackFault
from jiping.domain.place import Place
from jiping.domain.table import TableSchema
from jiping.rulepack.provenance import PRACTICE
from jiping.rulepack.reading.shape import require_known, require_same_shape
from jiping.rulepack.reading.source import PackSource, read_source
from jiping.rulepack.shelf import Shelf
from jiping.rulepack.strict.node import closest

MODEL = "national"  # the pack whose entries all code is written against


def line_of(name: str, shelves: Mapping[str, Shelf]) -> tuple[PackSource, ...]:
    """Return the pack and its parents, nearest first, with every legal basis and every table referred to found.

    Raises PackFault for an unknown pack, a circle of parents, and whatever a pack takes from its line that is not there.
    """
    line: list[PackSource] = []
    wanted, asked_at = name, None
    while wanted:
        if wanted in (source.shelf.name for source in line):
            circle = " → ".join([*(source.shelf.name for source in line), wanted])
            raise PackFault(
                f"规则包的上级绕成了圈：{circle}。", remedy="请修改 parent，使上级最终到头。", place=asked_at
            )
        head = _read(wanted, shelves, asked_at)
        line.append(head)
        wanted, asked_at = head.head.parent or "", head.head.place
    for depth, source in enumerate(line):
        above = line[depth:]
        _require_bases(source, {key for each in above for key in each.bases})
        _require_tables(source, {name: table for each in reversed(above) for name, table in each.tables.items()})
        model = read_source(shelves[MODEL]).entries
        require_known(source.entry_places, model)
        require_same_shape(source.entries, model)
    return tuple(line)


def _read(name: str, shelves: Mapping[str, Shelf], asked_at: Place | None) -> PackSource:
    if name not in shelves:
        raise PackFault(
            f"没有名为“{name}”的规则包。",
            remedy=f"{closest(name, shelves)}可用的规则包：{'、'.join(shelves)}；自己的规则包请指明所在文件夹。",
            place=asked_at,
        )
    return read_source(shelves[name])


def _require_bases(source: PackSource, known: Collection[str]) -> None:
    cited = [
        (edition.basis, Place(edition.file, line=edition.line))
        for editions in source.entries.values()
        for edition in editions
    ]
    cited += [(layout.basis, source.layout_places[name]) for name, layout in source.layouts.items()]
    for basis, place in cited:
        if basis not in known and basis != PRACTICE:
            raise PackFault(
                f"依据“{basis}”在 legal_bases.yaml 中没有。",
                why="每条规定都要说得出依据。",
                remedy=f"{closest(basis, known)}请在 legal_bases.yaml 中补写这份文件；确属惯例的写 basis: practice。",
                place=place,
            )


def _require_tables(source: PackSource, known: Mapping[str, TableSchema]) -> None:
    """Refuse a column that refers to no table, or to one whose key it is not: nothing could be looked up there."""
    for column, table, place in source.references:
        if table not in known:
            raise PackFault(
                f"“{column}”的 refers_to 指向的台账“{table}”没有。",
                remedy=f"{closest(table, known)}可写的台账：{'、'.join(sorted(known))}。",
                place=place,
            )
        if column not in known[table].key:
            raise PackFault(
                f"“{column}”不是台账“{table}”的主键。",
                why="refers_to 按同名的主键列核对。",
                remedy=f"“{table}”的主键是：{'、'.join(known[table].key)}。",
                place=place,
            )
