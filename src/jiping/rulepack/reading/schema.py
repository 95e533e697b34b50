"""Read the declaration of a table of business records: `packs/<pack>/tables/<name>.yaml`."""

from itertools import chain

from jiping.domain.table import ColumnKind, TableColumn, TableSchema
from jiping.rulepack.strict.node import Node

_COLUMN = ("name", "headings", "kind")
_MAY = ("required", "minimum", "maximum", "choices", "personal", "not_before")


def read_schema(node: Node) -> TableSchema:
    """Return the table a file declares. Raises the node's error, with file and line, for anything out of place."""
    parts = node.mapping(required=("name", "title", "description", "key", "columns"), optional=("unique",))
    columns = tuple(_column(each) for each in parts["columns"].list())
    names = [each.name for each in columns]
    _require_days(parts["columns"].list(), columns)
    unique = parts["unique"].list() if "unique" in parts else ()
    for each in chain.from_iterable(key.list() for key in (parts["key"], *unique)):
        if each.text() not in names:
            raise each.fault(f"“{each.text()}”不是本表的列。", f"请写其中一列：{'、'.join(names)}。")
    return TableSchema(
        name=parts["name"].text(),
        title=parts["title"].text(),
        description=parts["description"].text(),
        columns=columns,
        key=parts["key"].texts(),
        unique=tuple(each.texts() for each in unique),
    )


def _require_days(nodes: tuple[Node, ...], columns: tuple[TableColumn, ...]) -> None:
    days = [each.name for each in columns if each.kind is ColumnKind.DATE]
    for node, column in zip(nodes, columns, strict=True):
        if column.not_before is not None and not {column.name, column.not_before} <= {*days}:
            raise node.fault("的 not_before 只用于两个日期列。", f"日期列：{'、'.join(days)}。")


def _column(node: Node) -> TableColumn:
    parts = node.mapping(required=_COLUMN, optional=_MAY)
    return TableColumn(
        name=parts["name"].text(),
        headings=parts["headings"].texts(),
        kind=parts["kind"].choice(ColumnKind),
        required=parts["required"].flag() if "required" in parts else True,
        minimum=parts["minimum"].decimal() if "minimum" in parts else None,
        maximum=parts["maximum"].decimal() if "maximum" in parts else None,
        choices=tuple((word, each.text()) for word, each in parts["choices"].items()) if "choices" in parts else (),
        personal=parts["personal"].flag() if "personal" in parts else False,
        not_before=parts["not_before"].text() if "not_before" in parts else None,
    )
