"""Send sealed lists to the bank, and what failed once more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from jiping.payments.bank_file import bank_rows
from jiping.payments.batches import Accounts, Batch, failed_people, find_batch, first_batch, reissue, transfers
from jiping.payments.due import ACCOUNTS, PERSONS
from jiping.payments.ledger import Connection, ledger
from jiping.payments.sealed import Sealed, find_sealed
from jiping.payments.sheet import CSV, UTF_8, csv_pieces, xlsx_bytes
from jiping.use_cases.output import put, put_pieces
from jiping.use_cases.pay.business import Business, business_of


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


def export(number: str, on: date, data: Path, manner: Manner, *, turn: int = 1, folders: Sequence[Path] = ()) -> Sent:
    """Write the order of round `turn` for the sealed list `number`; the first is made on the day `on` unless it is there.

    An order exists once: writing its file again gives the same bytes.
    """
    with ledger(data) as con:
        sealed = find_sealed(con, number)
        batch = first_batch(con, sealed, on) if turn == 1 else find_batch(con, sealed, turn)
        return Sent(batch, _written(con, batch, business_of(sealed.list.head, on, folders), manner))


def reissue_failed(number: str, on: date, data: Path, manner: Manner, folders: Sequence[Path] = ()) -> Sent | None:
    """Make and write an order for the transfers that failed, to the accounts registered now; None when there is none."""
    with ledger(data) as con:
        sealed = find_sealed(con, number)
        paying = business_of(sealed.list.head, on, folders)
        batch = reissue(con, sealed, _accounts(con, sealed, paying, data, on), on)
        return None if batch is None else Sent(batch, _written(con, batch, paying, manner))


def _accounts(con: Connection, sealed: Sealed, paying: Business, data: Path, on: date) -> Accounts:
    """Return the accounts to try again; the dead have none, whose transfers wait for a person to decide."""
    people = failed_people(con, sealed)
    if not people:
        return {}
    engine, _ = paying.open(data)
    rows = engine.tables[ACCOUNTS]
    persons = engine.tables[PERSONS]
    dead = persons.filter(persons.died_on <= on)
    rows = rows.filter(rows.person.isin(people)).anti_join(dead, "person")
    if paying.rules.setting(paying.payable.own_card_only) is True:
        rows = rows.filter(rows.own_card)
    return {row["person"]: (row["account"], row["bank"]) for row in engine.stream(rows)}


def _written(con: Connection, batch: Batch, paying: Business, manner: Manner) -> Path:
    path = manner.out / f"代发-{batch.number}.{manner.format}"
    lines = partial(transfers, con, batch)
    rows = bank_rows(batch, paying.programme.title, lines, paying.kinds, numbers=manner.format != CSV)
    if manner.format == CSV:
        return put_pieces(path, csv_pieces(rows, manner.encoding))
    return put(path, xlsx_bytes("代发", rows))
