"""Turn files into a snapshot: all rows or none, or, when asked in so many words, the good rows beside a file of the bad."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from jiping.datasets.faults import Fault, FaultCount
from jiping.datasets.rejects import fault_counts, first_faults, write_rejects
from jiping.datasets.scratch import workbench
from jiping.datasets.snapshot import Snapshot, SourceFile, sha256_of
from jiping.datasets.store import Store
from jiping.datasets.workbench import Piece, Tell, Workbench
from jiping.domain.period import Period
from jiping.domain.table import TableSchema
from jiping.rulepack.pack import RulePack


@dataclass(frozen=True, slots=True)
class Order:
    """What to import: sources as `reading.source` knows them. `rejects` takes the bad rows; `partial` keeps the good."""

    schema: TableSchema
    sources: Sequence[str]
    period: Period | None = None
    sheet: str | None = None
    encoding: str | None = None
    rejects: Path | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class SourceRead:
    """One source: how many rows it has and which of its headings say nothing to us."""

    name: str
    rows: int
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an import. `snapshot` None: nothing was kept, because rows are bad or there are none.

    `unheld` are the titles of the tables its rows refer to that were not there to look them up in.
    """

    sources: tuple[SourceRead, ...]
    bad_rows: int
    faults: tuple[Fault, ...]
    counts: tuple[FaultCount, ...]
    snapshot: Snapshot | None
    unheld: tuple[str, ...] = ()


_FAULTS_SHOWN = 20


def import_table(order: Order, pack: RulePack, store: Store, tell: Tell) -> Outcome:
    """Read, judge and keep the rows of `order` in `store`.

    Raises JipingError when a source cannot be read at all; bad rows are told in the outcome.
    """
    with workbench(store.folder, order.schema) as bench:
        for source in order.sources:
            tell(f"读取 {Path(source.partition('#')[0]).name}")
            bench.read(source, order.sheet, order.encoding)
        referred = _referred(order.schema)
        held = store.current()
        known = {name: store.path(held[name]) for name in referred if name in held}
        bench.judge(pack, tell, known)
        bad = int(bench.faults.select("file", "line").distinct().count().to_pyarrow().as_py())
        rejects = _set_aside(order, bench, tell) if bad else None
        snapshot = _kept(order, bench, store, rejects, bad) if order.partial or not bad else None
        return Outcome(
            sources=tuple(_read(bench, piece) for piece in bench.pieces),
            bad_rows=bad,
            faults=first_faults(bench, _FAULTS_SHOWN),
            counts=fault_counts(bench),
            snapshot=snapshot,
            unheld=tuple(pack.tables[name].title for name in referred if name not in held),
        )


def _referred(schema: TableSchema) -> tuple[str, ...]:
    """Return the tables whose keys the columns of `schema` hold."""
    return tuple(dict.fromkeys(each.refers_to for each in schema.columns if each.refers_to is not None))


def _kept(order: Order, bench: Workbench, store: Store, rejects: SourceFile | None, bad: int) -> Snapshot | None:
    made = bench.folder / "good.parquet"
    rows = bench.write_good(made)
    if not rows:
        return None
    origin = tuple(piece.transcript.source for piece in bench.pieces)
    new = Snapshot(order.schema.name, sha256_of(made), rows, order.period, origin, "", bad, rejects)
    return store.add(made, new)


def _set_aside(order: Order, bench: Workbench, tell: Tell) -> SourceFile | None:
    """Write the bad rows whole or not at all."""
    path = order.rejects
    if path is None:
        return None
    tell("写出退回的行")
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file:
        temporary = Path(file.name)
    try:
        write_rejects(bench, temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return SourceFile(path.name, sha256_of(path))


def _read(bench: Workbench, piece: Piece) -> SourceRead:
    rows = int(bench.judged.filter(bench.judged.file == piece.number).count().to_pyarrow().as_py())
    return SourceRead(piece.transcript.source.name, rows, piece.headings.unknown)
