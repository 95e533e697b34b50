"""The statements of one file as the fields want them: letters, figures, codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa

from jiping.statements.alphabet import Alphabet
from jiping.statements.columns import BALANCES, COUNTS, MONTHLY, MONTHS, TEXTS, fitted
from jiping.statements.letters import Letters, letters_of
from jiping.statements.verification import UNKNOWN, Vouched, codes, messages, persons, written

_BLOCK = 512  # statements looked at together: their words stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Figures:
    """Whole numbers (n), int64; where not `known` (n) they are 0 and not printed."""

    values: Any
    known: Any


@dataclass(frozen=True, slots=True)
class Rows:
    """Some statements of a file, from row `first` on; `table` is where they come from.

    Once they are signed, `signed` (n, 30) and `code_values` (n, 8) are what the verification code says and is, and `codes`
    are the codes as printed.
    """

    table: Any
    alphabet: Alphabet
    first: int
    count: int
    numbers: Any
    letters: Mapping[str, Letters]
    figures: Mapping[str, Figures]
    signed: Any = None
    code_values: Any = None
    codes: tuple[str, ...] = ()


def blocks_of(statements: Any, alphabet: Alphabet) -> Iterator[Rows]:
    """Yield the rows of a table with the columns of `columns.SCHEMA`, some hundreds at a time."""
    table = _one_batch(fitted(statements))
    for first in range(0, table.num_rows, _BLOCK):
        yield _rows_of(table.slice(first, _BLOCK), first, alphabet)


def _rows_of(table: Any, first: int, alphabet: Alphabet) -> Rows:
    figures = {name: _figures(table.column(name)) for name in (*COUNTS, *BALANCES, *MONTHLY)}
    figures["unit_total"] = _total(figures, "unit")
    figures["personal_total"] = _total(figures, "personal")
    principal, interest = figures["principal"], figures["interest"]
    figures["year_growth"] = Figures(principal.values + interest.values, principal.known & interest.known)
    number = table.column("statement_number")
    texts = {name: table.column(name) for name in TEXTS}
    texts["number"] = number.cast(pa.string())
    texts["sheet"] = pa.array(np.arange(first + 1, first + table.num_rows + 1)).cast(pa.string())
    letters = letters_of(texts)
    return Rows(table, alphabet, first, table.num_rows, number.to_numpy(), letters, figures)


def signed(rows: Rows, year: int, key: bytes) -> Rows:
    """Return the rows with their verification codes."""
    closing = rows.figures["closing"]
    paid = (rows.figures[f"personal_{month}"].known.astype(np.int64) for month in MONTHS)
    months = sum(each << place for place, each in enumerate(paid))
    balance = np.where(closing.known, closing.values, UNKNOWN)
    told = zip(*(rows.table.column(name).fill_null("").to_pylist() for name in ("name", "masked_id")), strict=True)
    said = messages(Vouched(rows.numbers, balance, np.full(rows.count, year), months, persons(key, told)))
    values = codes(key, said)
    printed = written(values)
    letters = {**rows.letters, **letters_of({"code": pa.array(printed, pa.string())})}
    return replace(rows, letters=letters, signed=said, code_values=values, codes=tuple(printed))


def _one_batch(table: Any) -> Any:
    """Return the table with each column in one piece."""
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=table.schema)


def _figures(column: Any) -> Figures:
    marks, data = column.buffers()
    values = np.frombuffer(data, np.int64, len(column), column.offset * 8) if len(column) else np.zeros(0, np.int64)
    if column.null_count == 0:
        return Figures(values, np.ones(len(column), bool))
    bits = np.unpackbits(np.frombuffer(marks, np.uint8), bitorder="little")
    known = bits[column.offset : column.offset + len(column)].astype(bool)
    return Figures(np.where(known, values, 0), known)


def _total(figures: Mapping[str, Figures], what: str) -> Figures:
    months = [figures[f"{what}_{month}"] for month in MONTHS]
    return Figures(
        np.sum([month.values for month in months], axis=0), np.any([month.known for month in months], axis=0)
    )
