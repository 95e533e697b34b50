"""Accounts carried over thirty years are what the rules say, to the fen."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines import SPARK, Rows, engine_with
from jiping.datasets.engine import DUCKDB, Engine
from jiping.datasets.question import Question
from jiping.domain.errors import PackFault
from jiping.domain.period import Period
from jiping.programmes.personal_statement.rollover import ledger_of_months, ledger_of_years, rolled_over
from jiping.rulepack.pack import RulePack
from programmes.personal_statement.reference import balances
from programmes.situations import changed

METHODS = ("monthly", "yearly", "none")
FIRST, LAST = 1996, 2025
_CREDIT = st.integers(0, 5_000_00)
_PERSON = st.tuples(
    st.integers(0, 1_000_000_00),
    st.dictionaries(st.tuples(st.integers(FIRST, LAST), st.integers(1, 12)), _CREDIT, max_size=40),
)
_RATES = st.lists(st.integers(0, 12_00), min_size=LAST - FIRST + 1, max_size=LAST - FIRST + 1)


def _question(pack: RulePack, method: str, rates: Mapping[int, Decimal]) -> Question:
    rows = [{"rate_year": y, "percent": str(p), "published_on": date(y + 1, 6, 30)} for y, p in rates.items()]
    told = [{**row, "percent": Decimal(str(row["percent"]))} for row in rows]
    return Question(
        "personal_statement",
        Period.of_year(2024),
        changed(pack, {"ps_interest_method": method, "ps_interest_rates": told}),
    )


def _tables(people: list[tuple[int, dict[tuple[int, int], int]]]) -> dict[str, Rows]:
    return {
        "accounts": [
            {"person": n, "year": FIRST, "opening": opening, "months": 0} for n, (opening, _) in enumerate(people)
        ],
        "contributions": [
            {"person": n, "scheme": "employee_pension", "month": date(year, month, 1), "credited": amount}
            for n, (_, credited) in enumerate(people)
            for (year, month), amount in credited.items()
        ],
        "account_years": [
            {"person": n, "year": year, **{f"credited_{m:02}": credited.get((year, m), 0) for m in range(1, 13)}}
            for n, (_, credited) in enumerate(people)
            for year in sorted({year for year, _ in credited})
        ],
    }


@given(people=st.lists(_PERSON, min_size=1, max_size=6), rates=_RATES, method=st.sampled_from(METHODS))
@settings(max_examples=25, deadline=None)
def test_thirty_years_are_those_of_the_rules(
    pack: RulePack, people: list[tuple[int, dict[tuple[int, int], int]]], rates: list[int], method: str
) -> None:
    percents = {year: Decimal(rate) / 100 for year, rate in zip(range(FIRST, LAST + 1), rates, strict=True)}
    with TemporaryDirectory() as folder:
        engine = engine_with(DUCKDB, _tables(people), pack, Path(folder))
        question = _question(pack, method, percents)
        ledgers = (
            ledger_of_months(engine.tables["contributions"], question),
            ledger_of_years(engine.tables["account_years"]),
        )
        found, by_years = (
            {row["person"]: row for row in engine.fetch(rolled).to_pylist()}
            for rolled in (rolled_over(engine.tables["accounts"], each, percents, question) for each in ledgers)
        )
    assert found == by_years
    for n, (opening, credited) in enumerate(people):
        yuan = {when: Decimal(amount) / 100 for when, amount in credited.items()}
        told = balances(Decimal(opening) / 100, yuan, percents, method)
        assert {year: Decimal(found[n][f"closing_{year}"]) / 100 for year in percents} == told


On = Callable[[str, Mapping[str, Rows]], Engine]


@pytest.mark.spark
@pytest.mark.parametrize("method", METHODS)
def test_thirty_years_are_the_same_to_the_fen_on_both_engines(pack: RulePack, on: On, method: str) -> None:
    people = [(n * 1_234_57, {(FIRST + n + at, at % 12 + 1): 99_99 * (at + 1) for at in range(12)}) for n in range(9)]
    percents = {year: Decimal(year % 9) + Decimal("0.25") for year in range(FIRST, LAST + 1)}
    question = _question(pack, method, percents)
    found = []
    for url in (DUCKDB, SPARK):
        engine = on(url, _tables(people))
        ledger = ledger_of_months(engine.tables["contributions"], question)
        rolled = rolled_over(engine.tables["accounts"], ledger, percents, question)
        found.append(sorted(engine.fetch(rolled).to_pylist(), key=lambda row: int(row["person"])))
    duckdb, spark = found
    assert duckdb == spark


def test_refunded_contributions_and_other_schemes_are_not_credited(pack: RulePack, on: On) -> None:
    month = {"person": 0, "credited": 100, "month": date(FIRST, 1, 1)}
    tables = _tables([(0, {})]) | {
        "contributions": [
            {**month, "scheme": "resident_pension"},
            {**month, "scheme": "employee_pension", "refunded_on": date(FIRST, 5, 1)},
        ]
    }
    engine = on(DUCKDB, tables)
    rates = {FIRST: Decimal(5)}
    question = _question(pack, "monthly", rates)
    ledger = ledger_of_months(engine.tables["contributions"], question)
    rolled = rolled_over(engine.tables["accounts"], ledger, rates, question)
    assert engine.fetch(rolled).to_pylist() == [{"person": 0, "opening": 0, f"closing_{FIRST}": 0}]


def test_a_year_without_a_published_rate_is_refused(pack: RulePack, on: On) -> None:
    engine = on(DUCKDB, _tables([(0, {})]))
    question = Question("personal_statement", Period.of_year(2024), pack)
    with pytest.raises(PackFault, match="2015 年可用的记账利率"):
        rolled_over(engine.tables["accounts"], ledger_of_years(engine.tables["account_years"]), [2015], question)
