"""Import business records into a data folder; tell what a data folder holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jiping.datasets.folder import open_data, refuse_plain
from jiping.datasets.importing import Order, Outcome, import_table
from jiping.datasets.snapshot import Snapshot
from jiping.datasets.store import Store
from jiping.domain.errors import JipingError
from jiping.domain.period import Period
from jiping.domain.table import TableSchema
from jiping.rulepack.pack import RulePack
from jiping.rulepack.strict.node import closest
from jiping.use_cases.output import refuse_input


@dataclass(frozen=True, slots=True)
class Held:
    """A snapshot in a folder; `current` False: a newer one took its place, it stays for replays."""

    snapshot: Snapshot
    current: bool


def import_records(order: Order, folder: Path, pack: RulePack, tell: Callable[[str], None]) -> Outcome:
    """Import `order` into `folder`.

    Raises JipingError for sources that cannot be read, when a partial import has no file for the bad rows, and when the
    folder holds data of another kind.
    """
    refuse_plain(folder)
    if order.partial and order.rejects is None:
        raise JipingError(
            "只导入合格的行，却没有写明不合格的行放在哪里。",
            why="退回的行不留底，就说不清少了哪些。",
            remedy="请用 --rejects 写明退回文件，如 --rejects 退回.csv。",
        )
    refuse_input(order.rejects, [Path(each) for each in order.sources])
    return import_table(order, pack, Store(folder), tell)


def table_named(name: str, pack: RulePack) -> TableSchema:
    """Return the declaration of a table. Raises JipingError for an unknown name, and lists those there are."""
    if name not in pack.tables:
        known = "、".join(f"{each.name}（{each.title}）" for each in pack.tables.values())
        raise JipingError(f"没有名为“{name}”的业务表。", remedy=f"{closest(name, pack.tables)}已有的表：{known}。")
    return pack.tables[name]


def holdings(folder: Path) -> tuple[Held, ...]:
    """Return every snapshot in `folder`, by table, the current one of a table first."""
    current = open_data(folder)
    old = (Held(each, current=False) for each in Store(folder).snapshots() if current.get(each.table) != each)
    held = (*(Held(each, current=True) for each in current.values()), *old)
    return tuple(sorted(held, key=lambda each: (each.snapshot.table, not each.current, each.snapshot.sha256)))


def period_named(text: str | None) -> Period | None:
    """Return the period written as 2024 or as 2024-01-01/2024-06-30. Raises JipingError for anything else."""
    if text is None:
        return None
    first, _, last = text.partition("/")
    try:
        if not last:
            return Period.of_year(int(first))
        found = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        found = None
    if found is None or found.last < found.first:
        raise JipingError(f"“{text}”不是期间。", remedy="期间请写成 2024，或 2024-01-01/2024-06-30 的样子。")
    return found
