"""Send sealed lists to the bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from jiping.datasets.engine import DUCKDB
from jiping.payments.bank_file import bank_rows
from jiping.payments.batches import Batch, batches_of, find_batch, first_batch, transfers
from jiping.payments.before_sending import Despite, Look, note
from jiping.payments.ledger import Connection, ledger, together
from jiping.payments.sealed import find_sealed, payments_of
from jiping.payments.sheet import CSV, UTF_8, csv_pieces, xlsx_bytes
from jiping.use_cases.output import put, put_pieces
from jiping.use_cases.pay.business import Business, business_of
from jiping.use_cases.pay.comparing import Compared, compared


@dataclass(frozen=True, slots=True)
class Manner:
    """How the bank wants its file."""

    out: Path
    format: str = CSV
    encoding: str = UTF_8


@dataclass(frozen=True, slots=True)
class Sent:
    """An order and its file."""

    batch: Batch
    file: Path


@dataclass(frozen=True, slots=True)
class Held:
    """An order not made, because of what changed since the list was sealed."""

    compared: Compared


def export(
    number: str,
    on: date,
    data: Path,
    manner: Manner,
    *,
    turn: int = 1,
    despite: Despite | None = None,
    engine: str = DUCKDB,
    folders: Sequence[Path] = (),
) -> Sent | Held:
    """Write the order of round `turn` for the sealed list `number`; the first is made on the day `on` unless it is there.

    Before the first is made every payment is decided anew; where one is no longer due as sealed no order is made, unless
    somebody sends it `despite` that. An order exists once: writing its file again gives the same bytes.
    """
    with ledger(data) as con:
        sealed = find_sealed(con, number)
        paying = business_of(sealed.list.head, on, folders)
        if turn > 1 or batches_of(con, sealed):
            return Sent(batch := find_batch(con, sealed, turn), written(con, batch, paying, manner))
        now = compared(con, paying, data, payments_of(con, sealed), engine)
        if now.changed and despite is None:
            return Held(now)
        with together(con):
            known = batches_of(con, sealed)
            batch = first_batch(con, sealed, on)
            if not known:
                note(con, batch, on, Look(now.snapshots, now.changed, despite))
        return Sent(batch, written(con, batch, paying, manner))


def written(con: Connection, batch: Batch, paying: Business, manner: Manner) -> Path:
    """Write the file of an order and return its path; the same order gives the same bytes."""
    path = manner.out / f"代发-{batch.number}.{manner.format}"
    lines = partial(transfers, con, batch)
    rows = bank_rows(batch, paying.programme.title, lines, paying.kinds, numbers=manner.format != CSV)
    if manner.format == CSV:
        return put_pieces(path, csv_pieces(rows, manner.encoding))
    return put(path, xlsx_bytes("代发", rows))
