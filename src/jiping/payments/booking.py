"""What the ledger tells the programme: payments as rows of its own table, so that indicators count what arrived."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from jiping.payments.ledger import Connection
from jiping.payments.yuan import yuan

_SENT = """
SELECT person, kind, period AS contribution_year, amount, approved_on, sent_on AS paid_on,
    CASE WHEN credited = 1 THEN happened_on END AS credited_on,
    CASE WHEN repaid = amount THEN repaid_on END AS recovered_on
FROM standing WHERE programme = ? AND sent_on IS NOT NULL ORDER BY person, kind, period
"""
KEY = ("person", "kind", "contribution_year")
COLUMNS = (*KEY, "amount", "approved_on", "paid_on", "credited_on", "recovered_on")
_SAME = ("amount", "approved_on")


def booked(con: Connection, programme: str, earlier: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield `earlier`, the rows of the table so far in the order of KEY, and the ledger's, which replace their own
    older state. Amounts are fen, days are texts.
    """
    ours = ({name: row[name] for name in COLUMNS} for row in con.execute(_SENT, (programme,)))
    both = merge(_tagged(ours, 0), _tagged(map(_texts, earlier), 1), key=itemgetter(0, 1))
    for _, group in groupby(both, key=itemgetter(0)):
        rows = list(group)
        known = {tuple(row[name] for name in _SAME) for _, tag, row in rows if tag == 0}
        yield from (row for _, tag, row in rows if tag == 0 or tuple(row[name] for name in _SAME) not in known)


def as_text(row: dict[str, Any], words: Mapping[str, str]) -> tuple[str, ...]:
    """Return the cells of a row as an import reads them."""
    written = {**row, "kind": words.get(row["kind"], row["kind"]), "amount": yuan(row["amount"])}
    return tuple("" if written[name] is None else str(written[name]) for name in COLUMNS)


def unsent(con: Connection, programme: str) -> int:
    """Return how many sealed payments never went to the bank; the table has no place for them."""
    row: sqlite3.Row = con.execute(
        "SELECT count(*) FROM standing WHERE programme = ? AND sent_on IS NULL", (programme,)
    ).fetchone()
    return int(row[0])


def _tagged(rows: Iterable[dict[str, Any]], tag: int) -> Iterator[tuple[tuple[Any, ...], int, dict[str, Any]]]:
    return ((tuple(row[name] for name in KEY), tag, row) for row in rows)


def _texts(row: dict[str, Any]) -> dict[str, Any]:
    days = ("approved_on", "paid_on", "credited_on", "recovered_on")
    return {name: str(cell) if name in days and cell is not None else cell for name, cell in row.items()}
