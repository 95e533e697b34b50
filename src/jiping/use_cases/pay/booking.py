"""Book what the bank answers and what comes back, tell how the books stand, and tell the programme."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from jiping.payments.bank_return import Returned, book_return
from jiping.payments.booking import COLUMNS, KEY, as_text, booked, unsent
from jiping.payments.draft import require_unaltered_files
from jiping.payments.ledger import ledger
from jiping.payments.reconcile import Books, reconcile
from jiping.payments.sealed import require_unaltered, sealed_lists
from jiping.payments.sheet import csv_pieces
from jiping.rulepack.load import load_pack
from jiping.use_cases.output import put_pieces
from jiping.use_cases.pay.business import business


@dataclass(frozen=True, slots=True)
class Booked:
    """The programme's table as a csv to be imported, and how many sealed payments it leaves out as not yet sent."""

    file: Path
    unsent: int


def take_return(
    file: Path,
    data: Path,
    pack: str,
    on: date,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    folders: Sequence[Path] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> Returned:
    """Book the bank's return file: all of it, or nothing."""
    with ledger(data) as con:
        return book_return(con, file, data, load_pack(pack, on, folders), sheet=sheet, encoding=encoding, tell=tell)


def status(data: Path) -> tuple[Books, ...]:
    """Return the books of every sealed list.

    Raises JipingError when a list was altered, in the ledger or in its file, or when its books do not balance.
    """
    require_unaltered_files(data)
    with ledger(data) as con:
        lists = sealed_lists(con)
        for each in lists:
            require_unaltered(con, each)
        return tuple(reconcile(con, each) for each in lists)


def book(name: str, data: Path, out: Path, pack: str, on: date, *, folders: Sequence[Path] = ()) -> Booked:
    """Write the programme's table of payments, brought up to the ledger's state, as a csv `jiping import` takes."""
    paying = business(name, on.year, pack, on, folders)
    schema = paying.rules.tables[paying.payable.ledger]
    engine, _ = paying.open(data)
    earlier = engine.stream(engine.tables[schema.name].select(*COLUMNS).order_by(*KEY, "paid_on"))
    headings = tuple(schema.column(each).headings[0] for each in COLUMNS)
    with ledger(data) as con:
        rows: Iterable[tuple[str, ...]] = (as_text(each, paying.kinds) for each in booked(con, name, earlier))
        file = put_pieces(out / f"{schema.title}.csv", csv_pieces(chain((headings,), rows)))
        return Booked(file, unsent(con, name))
