"""Reading the roster: statements are computed from the records under the rules and laid on a shelf."""

from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from ibis.expr.types import Table

from jiping import __version__
from jiping.datasets.engine import open_engine
from jiping.datasets.folder import open_data, parquet_paths
from jiping.datasets.question import Question
from jiping.datasets.reference import reference_tables
from jiping.domain.errors import JipingError
from jiping.domain.period import Period
from jiping.domain.place import Place
from jiping.printing.roster import BESIDE, POSTCODE, Asked, Roster
from jiping.printing.shelf import Shelf
from jiping.programmes.personal_statement.statement import statements
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.statements.columns import SCHEMA
from jiping.statements.facts import Facts

PROGRAMME = "personal_statement"
RECORDS = ("accounts", "contributions", "insurances", "persons")

_ROWS_AT_ONCE = 50_000


def read_roster(asked: Asked, shelf: Shelf, person: int | None = None) -> Roster:
    """Return the statements of a year that go out on paper, or one person's, on paper or not.

    Raises JipingError for records that are missing or altered, and when nobody is left to print for.
    """
    rules = load_pack(asked.pack, date(asked.year, 12, 31), asked.folders)
    held = open_data(asked.data)
    if lacking := [rules.tables[name].title for name in RECORDS if name not in held]:
        raise JipingError(
            f"缺少业务数据：{'、'.join(lacking)}。", remedy="请先用 jiping import 导入。", place=Place(str(asked.data))
        )
    used = {name: held[name] for name in RECORDS}
    place = open_engine(asked.engine, parquet_paths(asked.data, used), reference_tables(rules))
    question = Question(PROGRAMME, Period.of_year(asked.year), rules)
    told = statements(place.tables, question, asked.printed_on)
    chosen = told.filter(told.to_print) if person is None else told.filter(told.person == person)
    ordered = _ordered(chosen, place.tables["persons"])
    kept = shelf.put(place.batches(ordered, _ROWS_AT_ONCE), ordered.schema().to_pyarrow())
    rows = kept.rows()
    if not asked.on_cluster:
        place.backend.disconnect()  # its memory is wanted by the printers
    if not rows.num_rows:
        whom = (
            f"{asked.year} 业务年度没有应打印的人员"
            if person is None
            else f"{person} 没有 {asked.year} 业务年度的对账单"
        )
        raise JipingError(f"{whom}。", remedy="请核对年度、个人编号和业务数据。", place=Place(str(asked.data)))
    data = [f"{name} {each.sha256}" for name, each in used.items()]
    settings = [f"{name} {rules.dated(name).value!r}" for name in sorted(rules.entries) if name.startswith("ps_")]
    edition = [__version__, rules.name, rules.edition, str(asked.year)]
    return Roster(_facts(asked, rules, rows), kept, _digest(data), _digest([*edition, *settings]))


def _ordered(told: Table, persons: Table) -> Table:
    dead = persons.select("person", "died_on")
    rows = told.left_join(dead, "person").drop("person_right")
    posted = (rows.address.strip().length() > 0) & rows.postcode.strip().re_search(POSTCODE)
    named = rows.mutate(
        by_post=posted.fill_null(False), route=rows.town, statement_number=rows.statement_number.cast("int64")
    )
    order = (named.by_post.desc(), named.postcode.coalesce(""), named.town.coalesce(""), named.address.coalesce(""))
    return named.order_by(*order, named.person).select(*SCHEMA.names, *BESIDE, "rate", "rate_year", "provisional")


def _facts(asked: Asked, rules: RulePack, rows: Any) -> Facts:
    """The rate is the same on every row: it is the year's. Where to object is printed as far as the pack tells it."""
    office, telephone, website = (
        str(rules.setting(name)) if rules.has(name) else "" for name in ("ps_office", "ps_telephone", "ps_website")
    )
    rate, year, provisional = (rows.column(name)[0].as_py() for name in ("rate", "rate_year", "provisional"))
    percent = None if rate is None else (rate * 100).quantize(Decimal("0.01"))
    return Facts(
        asked.year,
        str(rules.setting("ps_agency")),
        telephone,
        office,
        website,
        printed_on=asked.printed_on,
        rate=percent,
        rate_year=year,
        provisional=bool(provisional),
    )


def _digest(lines: list[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()
