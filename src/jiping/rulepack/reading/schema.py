"""Read the declaration of a table of business records: `packs/<pack>/tables/<name>.yaml`."""

from collections.abc import Iterator
from itertools import chain

from jiping.domain.place import Place
from jiping.domain.table import ColumnKind, TableColumn, TableSchema
from jiping.rulepack.strict.node import Node

Reference = tuple[str, str, Place]
"""A column, the table whose key it is, and where that is written."""

_TABLE = ("name", "title", "description", "key", "columns")
_TABLE_MAY = ("unique",)
_COLUMN = ("name", "headings", "kind")
_MAY = ("required", "minimum", "maximum", "choices", "personal", "not_before", "at_most", "refers_to", "digits")

_TIMES = (ColumnKind.DATE, ColumnKind.MONTH, ColumnKind.TIME)
_NUMBERS = (ColumnKind.INTEGER, ColumnKind.MONEY, ColumnKind.RATE)
_TITLES = {"not_before": "日期、月份或时间", "at_most": "数值"}


def read_schema(node: Node) -> TableSchema:
    """Return the table a file declares. Raises the node's error, with file and line, for anything out of place."""
    parts = node.mapping(required=_TABLE, optional=_TABLE_MAY)
    columns = tuple(_column(each) for each in parts["columns"].list())
    names = [each.name for each in columns]
    for each, column in zip(parts["columns"].list(), columns, strict=True):
        _require_comparable(each, column, columns)
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


def read_references(node: Node) -> Iterator[Reference]:
    """Yield what the columns of the table refer to, so that it can be looked for once all tables are read."""
    for each in node.mapping(required=_TABLE, optional=_TABLE_MAY)["columns"].list():
        parts = each.mapping(required=_COLUMN, optional=_MAY)
        if "refers_to" in parts:
            yield parts["name"].text(), parts["refers_to"].text(), Place(each.file, line=each.line)


def _require_comparable(node: Node, column: TableColumn, columns: tuple[TableColumn, ...]) -> None:
    """Refuse a comparison with a column that is not there, or of another kind: it would never be broken."""
    for rule, other, kinds in (("not_before", column.not_before, _TIMES), ("at_most", column.at_most, _NUMBERS)):
        like = [each.name for each in columns if each.kind is column.kind and each.kind in kinds]
        if other is not None and not {column.name, other} <= {*like}:
            raise node.fault(
                f"的 {rule} 只用于两个同类的{_TITLES[rule]}列。", f"可写：{'、'.join(like) or '没有这样的列'}。"
            )


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
        at_most=parts["at_most"].text() if "at_most" in parts else None,
        refers_to=parts["refers_to"].text() if "refers_to" in parts else None,
        digits=int(parts["digits"].decimal()) if "digits" in parts else None,
    )
