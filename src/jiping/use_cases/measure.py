"""Measure what programmes can prove, and keep a receipt for each figure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jiping import __version__
from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.folder import open_data, parquet_paths
from jiping.datasets.measuring import measure as measured
from jiping.datasets.programme import Programme, ProgrammeIndicator
from jiping.datasets.question import Question
from jiping.datasets.reference import identity, reference_tables
from jiping.datasets.snapshot import Snapshot
from jiping.domain.errors import JipingError
from jiping.domain.measurement import Measurement, SnapshotId
from jiping.domain.period import Period
from jiping.programmes.catalogue import indicators, programmes
from jiping.rulepack.load import load_pack
from jiping.use_cases import receipts

ALL = "all"
CODE_VERSION = f"jiping {__version__}"


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """An indicator that could not be asked, and which records it lacks, by the names of their tables."""

    programme: str
    indicator: ProgrammeIndicator
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one question: figures with receipts, and indicators the data cannot answer."""

    figures: tuple[Measurement, ...]
    unmeasured: tuple[Unmeasured, ...]


def businesses() -> tuple[Programme, ...]:
    """Return the programmes that are businesses of their own, in the order of their names."""
    return tuple(each for each in programmes() if not each.shared)


def measure(
    name: str,
    year: int,
    data: Path,
    pack: str,
    *,
    engine: str = DUCKDB,
    folders: Sequence[Path] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> Measured:
    """Return every indicator of the programme `name` (or of all) for `year`, from the records in the folder `data`.

    Receipts are kept in `data`. Raises JipingError for an unknown programme, for data that is not there, and for
    records altered since they were taken.
    """
    rules = load_pack(pack, date(year, 12, 31), folders)
    snapshots = open_data(data)
    asked = _chosen(name)
    wanted = {table for each in asked for indicator in _offered(each) for table in indicator.tables}
    held = {table: snapshots[table] for table in sorted(wanted & set(snapshots))}
    reference = reference_tables(rules)
    named = tuple(identity(name, table) for name, table in reference.items())
    place = open_engine(engine, parquet_paths(data, held), reference)
    figures: list[Measurement] = []
    unmeasured: list[Unmeasured] = []
    for programme in asked:
        question = Question(programme.name, Period.of_year(year), rules)
        for indicator in _offered(programme):
            tell(f"{programme.title}：{indicator.title}")
            lacking = tuple(sorted(set(indicator.tables) - set(held)))
            if lacking:
                unmeasured.append(Unmeasured(programme.name, indicator, lacking))
            else:
                figures.append(_measure(indicator, question, place, held, named))
    for each in figures:
        receipts.keep(each, data, reference)
    return Measured(tuple(figures), tuple(unmeasured))


def offered(programme: str) -> tuple[ProgrammeIndicator, ...]:
    """Return what can be measured of one business: its own indicators, then those every business shares."""
    shared = [each for other in programmes() if other.shared for each in indicators(other.name)]
    return (*indicators(programme), *shared)


def _offered(programme: Programme) -> tuple[ProgrammeIndicator, ...]:
    return offered(programme.name)


def _measure(
    indicator: ProgrammeIndicator,
    question: Question,
    engine: Engine,
    held: Mapping[str, Snapshot],
    reference: tuple[SnapshotId, ...],
) -> Measurement:
    snapshots = tuple(held[table].id for table in sorted(indicator.tables))
    return measured(indicator, question, engine, snapshots, CODE_VERSION, references=reference)


def _chosen(name: str) -> tuple[Programme, ...]:
    known = businesses()
    chosen = tuple(each for each in known if name in (each.name, ALL))
    if not chosen:
        listed = "、".join(f"{each.name}（{each.title}）" for each in known)
        raise JipingError(f"没有名为“{name}”的业务。", remedy=f"可以计量的业务：{listed}；全部写 {ALL}。")
    return chosen
