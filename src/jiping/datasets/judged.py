"""The faults among judged rows, each with its file and line, as tables of any size."""

from collections.abc import Mapping
from functools import reduce

import ibis
from ibis.expr.types import Table

from jiping.datasets.faults import Reason
from jiping.datasets.validate import fault_of
from jiping.domain.table import TableSchema


def cell_faults(judged: Table, schema: TableSchema) -> Table:
    """Return `file`, `line`, `place`, `column`, `reason` of every fault of a cell, or with column `` of a row.

    `place` counts the columns of the table, so that faults of a row can be told from left to right.
    """
    found = []
    for place, name in enumerate(("", *(each.name for each in schema.columns))):
        fault = judged[fault_of(name)]
        faulty = judged.filter(fault.notnull())
        column = {"place": ibis.literal(place, "int32"), "column": ibis.literal(name)}
        found.append(faulty.select("file", "line", **column, reason=fault))
    return ibis.union(*found)


def shared_keys(judged: Table, schema: TableSchema) -> Table:
    """Return the rows whose key, or what else is unique, another row has too, in any of the files: which of them is
    right, nobody can tell.

    `other_file` and `other_line` tell one of the others.
    """
    keys = (schema.key, *schema.unique)
    return ibis.union(*(_shared(judged, list(key), place) for place, key in enumerate(keys, -len(keys))))


def strangers(judged: Table, schema: TableSchema, known: Mapping[str, Table]) -> tuple[Table, ...]:
    """Return the rows, by column, whose cell names what the table it refers to does not hold; `known` are those there are."""
    return tuple(
        _strange(judged, each.name, place, known[each.refers_to])
        for place, each in enumerate(schema.columns, 1)
        if each.refers_to is not None and each.refers_to in known
    )


def _strange(judged: Table, name: str, place: int, known: Table) -> Table:
    rows = judged.filter(judged[fault_of(name)].isnull() & judged[name].notnull()).select("file", "line", name)
    column = {"place": ibis.literal(place, "int32"), "column": ibis.literal(name)}
    reason = ibis.literal(Reason.STRANGER.value)
    return rows.anti_join(known.select(name), name).select("file", "line", **column, reason=reason)


def _shared(judged: Table, key: list[str], place: int) -> Table:
    sound = reduce(lambda one, other: one & other, (judged[fault_of(name)].isnull() for name in key))
    rows = judged.filter(sound).select("file", "line", *key)
    rows = rows.mutate(at=ibis.struct({"file": rows.file, "line": rows.line}))
    groups = rows.group_by(key).agg(n=rows.count(), first=rows["at"].min(), last=rows["at"].max())
    shared = rows.join(groups.filter(groups.n > 1), key)
    other = ibis.ifelse(shared["at"] == shared["first"], shared["last"], shared["first"])
    return shared.select(
        "file",
        "line",
        place=ibis.literal(place, "int32"),
        column=ibis.literal(key[0]),
        reason=ibis.literal(Reason.DUPLICATE.value),
        other_file=other["file"],
        other_line=other["line"],
    )
