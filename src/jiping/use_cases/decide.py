"""Decide on one person or project: every condition, what was seen, what would change it, on what basis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from jiping.datasets.decision import Decisions, Entitlement
from jiping.datasets.decision_file import decision_id
from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.question import Question
from jiping.datasets.reference import reference_tables
from jiping.domain.decision import Decision, Granted, Judged
from jiping.domain.errors import JipingError
from jiping.domain.period import Period
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.use_cases.deciding import Held, deciding, tables_in
from jiping.use_cases.decision_words import Wording, wording
from jiping.use_cases.measure import CODE_VERSION


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom which programme decides what: `subject` is a person's number or a project's, `on` the day of the rules."""

    programme: str
    subject: int | str
    year: int
    pack: str
    on: date


def decide(
    name: str,
    subject: int | str,
    year: int,
    data: Path,
    pack: str,
    *,
    on: date | None = None,
    engine: str = DUCKDB,
    folders: Sequence[Path] = (),
) -> Decision:
    """Return what the programme `name` decides on `subject` for `year`, by the rules of the day `on` (its last day).

    Raises JipingError for a programme that decides nothing, an unknown subject, or missing records.
    """
    asked = Asked(name, subject, year, pack, on or date(year, 12, 31))
    _, offer = deciding(name)
    rules = load_pack(pack, asked.on, folders)
    return decided(asked, rules, tables_in(data, offer.tables, rules), engine)


def decided(asked: Asked, rules: RulePack, held: Held, engine: str = DUCKDB) -> Decision:
    """Return the decision by `rules` on the very records `held`."""
    programme, offer = deciding(asked.programme)
    question = offer.about(Question(programme.name, Period.of_year(asked.year), rules))
    opened = open_engine(engine, held[0], reference_tables(rules))
    subject = _subject(asked.subject, offer, rules)
    own = {table: _of(rows, offer, subject) for table, rows in opened.tables.items()}
    judged = offer.judged(own, question).order_by(offer.key)
    rows = [row for row in opened.fetch(judged).to_pylist() if row[offer.asked] == subject]
    told = wording(rules, offer)
    if not rows:
        heading = rules.tables[offer.register].column(offer.asked).headings[0]
        raise JipingError(
            f"{programme.title}的记录中没有{heading} {asked.subject}。",
            remedy="请核对编号，或用 --data 指明数据所在文件夹。",
        )
    decision = Decision(
        id="",
        programme=programme.name,
        title=programme.title,
        asked=told.name_of(offer.asked),
        subject=subject,
        who=told.who(_register_row(opened, offer, subject)),
        year=asked.year,
        as_of=asked.on,
        entitlements=tuple(_granted(each, row, told, offer) for row in rows for each in offer.entitlements),
        snapshots=held[1],
        pack=rules.name,
        pack_edition=rules.edition,
        code_version=CODE_VERSION,
    )
    return replace(decision, id=decision_id(decision))


def _subject(subject: int | str, offer: Decisions, rules: RulePack) -> int | str:
    """Return the number as the records have it. Raises JipingError when the programme is asked by another one."""
    if isinstance(subject, int) == (offer.asked == "person"):
        return subject
    heading = rules.tables[offer.register].column(offer.asked).headings[0]
    option = "--person" if offer.asked == "person" else "--project"
    raise JipingError(f"这项业务按{heading}核定。", remedy=f"请写 {option} {heading}。")


def _of(rows: Any, offer: Decisions, subject: int | str) -> Any:
    return rows.filter(rows[offer.asked] == subject) if offer.asked in rows.columns else rows


def _granted(entitlement: Entitlement, row: Mapping[str, Any], told: Wording, offer: Decisions) -> Granted:
    failed = row[entitlement.failed]
    conditions = (
        Judged(each.code, each.title, each.remedy, not failed >> place & 1, told.seen(each.sees, row), told.bases(each))
        for place, each in enumerate(entitlement.conditions)
    )
    about = told.seen(offer.told, row)
    return Granted(entitlement.kind, entitlement.title, entitlement.guard, about, tuple(conditions))


def _register_row(engine: Engine, offer: Decisions, subject: int | str) -> Mapping[str, Any]:
    register = engine.tables[offer.register]
    found = engine.fetch(register.filter(register[offer.asked] == subject).select(*offer.who)).to_pylist()
    return found[0] if found else {}
