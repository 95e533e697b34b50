"""Decide on one person: every condition of every entitlement, what was seen, what would change it, on what basis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jiping.datasets.condition import Condition
from jiping.datasets.decision import Decisions, Entitlement, judge_each
from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.folder import open_data, parquet_paths
from jiping.datasets.privacy import hidden
from jiping.datasets.programme import Programme
from jiping.datasets.question import Question
from jiping.datasets.reference import reference_tables
from jiping.domain.errors import JipingError
from jiping.domain.measurement import SnapshotId
from jiping.domain.period import Period
from jiping.programmes.catalogue import programmes
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.use_cases.decision_words import Wording, wording
from jiping.use_cases.measure import CODE_VERSION


@dataclass(frozen=True, slots=True)
class Judged:
    """One condition as it was met or not: `seen` are headings and values, `bases` the rules it rests on."""

    condition: Condition
    holds: bool
    seen: tuple[tuple[str, str], ...]
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Granted:
    """One entitlement of the person."""

    entitlement: Entitlement
    conditions: tuple[Judged, ...]

    @property
    def granted(self) -> bool:
        return all(each.holds for each in self.conditions)


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions on one person, and all it takes to come to them again."""

    programme: Programme
    person: int
    who: tuple[tuple[str, str], ...]
    question: Question
    entitlements: tuple[Granted, ...]
    snapshots: tuple[SnapshotId, ...]
    code_version: str


def decide(
    name: str, person: int, year: int, data: Path, pack: str, *, on: date | None = None, folders: Sequence[Path] = ()
) -> Decided:
    """Return what the programme `name` decides on `person` for `year`, by the rules of the day `on` (its last day).

    Raises JipingError for a programme that decides nothing about persons, an unknown person, or missing records.
    """
    programme, offer = deciding(name)
    rules = load_pack(pack, on or date(year, 12, 31), folders)
    question = Question(name, Period.of_year(year), rules)
    paths, snapshots = tables_in(data, offer.tables, rules)
    engine = open_engine(DUCKDB, paths, reference_tables(rules))
    own = {
        table: rows.filter(rows.person == person) for table, rows in engine.tables.items() if "person" in rows.columns
    }
    judged = judge_each(offer.people(own, question), offer.entitlements, question)
    rows = engine.fetch(judged).to_pylist()
    if not rows:
        raise JipingError(f"名册中没有个人编号 {person}。", remedy="请核对编号，或用 --data 指明数据所在文件夹。")
    told = wording(rules, offer)
    granted = tuple(_granted(each, rows[0], told) for each in offer.entitlements)
    return Decided(programme, person, _who(engine, person, rules), question, granted, snapshots, CODE_VERSION)


def deciding(name: str) -> tuple[Programme, Decisions]:
    """Return the programme and what it decides. Raises JipingError when it decides nothing about persons."""
    found = {each.name: (each, offer) for each in programmes() if (offer := each.decisions) is not None}
    if name not in found:
        listed = "、".join(f"{each.name}（{each.title}）" for each, _ in found.values())
        raise JipingError(f"业务“{name}”没有逐人核定的规则。", remedy=f"可以核定的业务：{listed}。")
    return found[name]


def tables_in(data: Path, wanted: Sequence[str], rules: RulePack) -> tuple[Mapping[str, Path], tuple[SnapshotId, ...]]:
    """Return the files of the tables `wanted` in the folder `data`, and their names. Raises JipingError for one missing."""
    snapshots = open_data(data)
    lacking = [rules.tables[each].title for each in wanted if each not in snapshots]
    if lacking:
        raise JipingError(f"缺少数据：{'、'.join(lacking)}。", remedy="请先用 jiping import 导入。")
    held = {each: snapshots[each] for each in sorted(wanted)}
    return parquet_paths(data, held), tuple(each.id for each in held.values())


def _granted(entitlement: Entitlement, row: Mapping[str, Any], told: Wording) -> Granted:
    failed = row[entitlement.failed]
    conditions = (
        Judged(each, not failed >> place & 1, told.seen(each, row), told.bases(each))
        for place, each in enumerate(entitlement.conditions)
    )
    return Granted(entitlement, tuple(conditions))


def _who(engine: Engine, person: int, rules: RulePack) -> tuple[tuple[str, str], ...]:
    """Return the person's name and number as anybody may see them."""
    persons, schema = engine.tables["persons"], rules.tables["persons"]
    row = engine.fetch(persons.filter(persons.person == person).select("name", "id_number")).to_pylist()[0]
    return tuple(
        (schema.column(name).headings[0], str(hidden(cell, schema.column(name).kind))) for name, cell in row.items()
    )
