"""Prepare a satisfaction survey: whom to ask, what to ask, and the entry of the register."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from math import ceil
from pathlib import Path

from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.folder import open_data, parquet_paths
from jiping.datasets.question import Question
from jiping.domain.errors import JipingError
from jiping.domain.period import Period
from jiping.domain.table import TableSchema
from jiping.programmes.satisfaction.drawing import draw, seats
from jiping.programmes.satisfaction.questionnaire import questionnaire_of
from jiping.programmes.satisfaction.sampling import Precision, sample_size
from jiping.programmes.satisfaction.served import records_of_service, served
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.use_cases.output import put

WRITTEN = LIST, QUESTIONS, REGISTER = "抽样名单.csv", "问卷.txt", "满意度调查登记.csv"
_MARK = "utf-8-sig"  # so that office programs open the lists as what they are


@dataclass(frozen=True, slots=True)
class Stratum:
    """A group of those served, and how many of them are asked."""

    name: str
    people: int
    seats: int


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey ready to be sent out: `needed` answers out of `population`, for which `invited` are asked."""

    population: int
    needed: int
    invited: int
    strata: tuple[Stratum, ...]
    written: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a survey is about and when: it is drawn on one day and closed on another, both as a clerk decides."""

    programme: str
    year: int
    seed: str
    drawn_on: date
    closed_on: date


def prepare(plan: Plan, data: Path, out: Path, pack: str, folders: Sequence[Path] = ()) -> Survey:
    """Draw whom to ask of those the business served in the year, and write list, questionnaire and register to `out`.

    Raises JipingError for a business without records of service, when nobody was served, or for days out of order.
    """
    if plan.closed_on < plan.drawn_on:
        raise JipingError(
            f"截止日期 {plan.closed_on} 早于抽样日期 {plan.drawn_on}。", remedy="请核对 --on 和 --closes。"
        )
    rules = load_pack(pack, date(plan.year, 12, 31), folders)
    question = Question(plan.programme, Period.of_year(plan.year), rules)
    engine = _engine(question, data)
    population = served(engine.tables, question)
    people = int(engine.fetch(population.count()).as_py())
    if not people:
        raise JipingError(f"{plan.year} 年没有服务记录，无人可问。", remedy="请核对业务、年度和数据文件夹。")
    needed = sample_size(people, Precision.of(rules))
    invited = min(people, ceil(needed / rules.thresholds["sv_expected_response"]))
    strata = engine.fetch(seats(population, invited).order_by("stratum")).to_pylist()
    drawn = engine.fetch(draw(population, invited, plan.seed).order_by("stratum", "person")).to_pylist()
    register = {
        "survey": f"{plan.programme}-{plan.drawn_on}",
        "programme": plan.programme,
        "year": plan.year,
        "population": people,
        "frame": rules.tables[str(records_of_service(question)["table"])].title,
        "seed": plan.seed,
        "drawn_on": plan.drawn_on,
        "closed_on": plan.closed_on,
    }
    return Survey(
        people,
        needed,
        invited,
        tuple(Stratum(row["stratum"], row["people"], row["seats"]) for row in strata),
        (
            put(out / LIST, _list(rules.tables["persons"], drawn)),
            put(out / QUESTIONS, questionnaire_of(rules).page().encode()),
            put(out / REGISTER, _register(rules, register)),
        ),
    )


def _engine(question: Question, data: Path) -> Engine:
    wanted = {"persons", str(records_of_service(question)["table"])}
    snapshots = open_data(data)
    if lacking := sorted(wanted - set(snapshots)):
        titles = "、".join(question.pack.tables[name].title for name in lacking)
        raise JipingError(f"数据文件夹里没有：{titles}。", remedy="请先用 jiping import 导入。")
    return open_engine(DUCKDB, parquet_paths(data, {name: snapshots[name] for name in sorted(wanted)}))


def _list(persons: TableSchema, drawn: Iterable[dict[str, object]]) -> bytes:
    heads = (persons.column("person").headings[0], persons.column("town").headings[0])
    return _csv(heads, ((row["person"], row["stratum"]) for row in drawn))


def _register(rules: RulePack, register: dict[str, object]) -> bytes:
    columns = rules.tables["surveys"].columns
    return _csv([each.headings[0] for each in columns], [[register[each.name] for each in columns]])


def _csv(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    page = StringIO()
    sheet = csv.writer(page)
    sheet.writerow(heads)
    sheet.writerows(rows)
    return page.getvalue().encode(_MARK)
