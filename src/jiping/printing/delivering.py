"""Register events of delivery: judged like any import, booked into the ledger, kept as a new snapshot of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
from ibis.expr.types import Table

from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.folder import earlier, open_data, parquet_paths
from jiping.datasets.importing import Order, Outcome, import_table
from jiping.datasets.snapshot import sha256_of
from jiping.datasets.store import Store
from jiping.domain.errors import JipingError
from jiping.printing import durable
from jiping.printing.events import booked, out_of_order
from jiping.printing.released import Printed, rows_of
from jiping.rulepack.pack import RulePack
from jiping.use_cases.import_data import import_records

EVENTS, LEDGER = "delivery_events", "deliveries"
_SHOWN = 3
_REMEDY = "请核对单号和日期，改正登记后再导入；新打印的对账单请用 --run 指明打印结果的文件夹。"


@dataclass(frozen=True, slots=True)
class Registered:
    """What came of the events, and the ledger after them; None when a row was bad and nothing was booked.

    `hindrances` then tell what else keeps the other rows from being booked, so that all can be mended at once.
    """

    events: Outcome
    ledger: Outcome | None
    hindrances: tuple[str, ...] = ()


def register(
    source: Path, data: Path, pack: RulePack, tell: Callable[[str], None], printed: Printed | None = None
) -> Registered:
    """Import the events and book them into the ledger in `data`, to which the statements of a run are added first.

    In a folder of plain Parquet files the ledger is such a file too, and the one before is kept for the receipts that name it.
    Raises JipingError for an event of an unknown statement, and for an impossible order.
    """
    plain = _is_plain(data)
    held = open_data(data) if plain or any(data.glob("*/current.json")) else {}
    order = Order(pack.tables[EVENTS], [str(source)], partial=True)
    with TemporaryDirectory(prefix="jiping-") as name:
        scratch = Path(name)
        events = import_table(order, pack, Store(scratch / "store"), tell)
        if events.snapshot is None:
            return Registered(events, None)
        paths = dict(parquet_paths(scratch / "store", {EVENTS: events.snapshot}))
        if LEDGER in held:
            paths |= parquet_paths(data, {LEDGER: held[LEDGER]})
        if printed is not None:
            paths["run"] = scratch / "run.parquet"
            pq.write_table(rows_of(printed), paths["run"])
        engine = open_engine(DUCKDB, paths)
        ledger = _ledger(engine.tables)
        after = booked(ledger, engine.tables[EVENTS])
        hindrances = tuple(_hindrances(engine, ledger, after))
        if events.bad_rows:
            return Registered(replace(events, snapshot=None), None, hindrances)
        if hindrances:
            raise JipingError("".join(hindrances), why="一件也没有登记。", remedy=_REMEDY)
        tell("记入送达台账")
        engine.write(after, scratch / f"{LEDGER}.parquet")
        period = held[LEDGER].period if LEDGER in held else None
        told = Order(pack.tables[LEDGER], [str(scratch / f"{LEDGER}.parquet")], period)
        done = import_records(told, scratch / "ledger" if plain else data, pack, tell)
        if plain and done.snapshot is not None:
            _replace(data, parquet_paths(scratch / "ledger", {LEDGER: done.snapshot})[LEDGER])
        return Registered(events, done)


def _ledger(tables: object) -> Table:
    """Return what the ledger holds, and the run's statements it does not hold yet."""
    known: dict[str, Table] = dict(tables)  # type: ignore[call-overload]
    if "run" not in known or LEDGER not in known:
        found = known.get("run", known.get(LEDGER))
        if found is None:
            raise JipingError(
                "还没有对账单送达台账。",
                remedy="请用 --run 指明打印结果的文件夹，或先用 jiping import deliveries 导入。",
            )
        return found
    new = known["run"].anti_join(known[LEDGER], "statement_number")
    return known[LEDGER].union(new.select(*known[LEDGER].columns))


def _hindrances(engine: Engine, ledger: Table, after: Table) -> Iterator[str]:
    """Tell what cannot be booked, `ledger` being without the events and `after` with them."""
    strange = engine.tables[EVENTS].anti_join(ledger, "statement_number")
    for wrong, what in ((strange, "不在送达台账里"), (out_of_order(after), "退信早于寄出，或没有退信就补寄")):
        rows = engine.fetch(wrong.select("statement_number").distinct())
        if rows.num_rows:
            numbers = sorted(rows.column("statement_number").to_pylist())
            shown = "、".join(numbers[:_SHOWN]) + (" 等" if len(numbers) > _SHOWN else "")
            yield f"{len(numbers)} 份对账单{what}：{shown}。"


def _is_plain(data: Path) -> bool:
    return not any(data.glob("*/current.json")) and any(data.glob("*.parquet"))


def _replace(data: Path, ledger: Path) -> None:
    """Put a ledger in the place of the one that is there, which is kept under its own hash."""
    place = data / f"{LEDGER}.parquet"
    if place.exists():
        durable.write(earlier(data, sha256_of(place)), place.read_bytes())
    durable.write(place, ledger.read_bytes())
