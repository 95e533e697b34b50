"""The money of a project against a ledger kept by hand; nothing to divide by is no figure."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines import Rows
from jiping.datasets.engine import DUCKDB, Engine
from jiping.datasets.measuring import measure
from jiping.datasets.question import Question
from jiping.domain.measurement import Measurement
from jiping.domain.period import Period
from jiping.programmes.catalogue import indicators
from jiping.rulepack.pack import RulePack

On = Callable[[str, Mapping[str, Rows]], Engine]
NAMES = ("handbook", "operating_expense")
DAYS = st.sampled_from([date(2023, 12, 31), date(2024, 1, 1), date(2024, 6, 3), date(2024, 12, 31), date(2025, 1, 1)])
YUAN = 100
WAN = 1_000_000


def ledger(day: str, least: int) -> st.SearchStrategy[Rows]:
    row = st.fixed_dictionaries(
        {"programme": st.sampled_from(NAMES), day: DAYS, "amount": st.integers(least, 10 * WAN)}
    )
    return st.lists(row, max_size=6).map(lambda rows: [{**each, "voucher": f"{n:03}"} for n, each in enumerate(rows)])


BUDGETS = st.lists(
    st.fixed_dictionaries(
        {
            "programme": st.sampled_from(NAMES),
            "year": st.sampled_from([2023, 2024]),
            "initial": st.integers(0, 10 * WAN),
            "full_year": st.integers(0, 10 * WAN),
        }
    ),
    unique_by=lambda row: (row["programme"], row["year"]),
    max_size=4,
)
BOOKS = st.fixed_dictionaries(
    {"budgets": BUDGETS, "arrivals": ledger("arrived_on", -WAN), "expenditures": ledger("paid_on", -WAN)}
)


def figures(engine: Engine, pack: RulePack, programme: str = "handbook") -> dict[str, Measurement]:
    question = Question(programme, Period.of_year(2024), pack)
    return {each.code: measure(each, question, engine, (), "") for each in indicators("project_funds")}


def by_hand(books: Mapping[str, Rows], programme: str) -> dict[str, Fraction | None]:
    """The same seven figures, as a bookkeeper adds them up."""

    def summed(table: str, day: str) -> int:
        own = [row for row in books[table] if row["programme"] == programme]
        return sum(int(str(row["amount"])) for row in own if str(row[day]).startswith("2024"))

    came, went = summed("arrivals", "arrived_on"), summed("expenditures", "paid_on")
    reply = [row for row in books["budgets"] if (row["programme"], row["year"]) == (programme, 2024)]
    initial, full = (int(str(reply[0][name])) for name in ("initial", "full_year")) if reply else (0, 0)

    def rate(upper: int, lower: int) -> Fraction | None:
        return Fraction(100 * upper, lower) if lower else None

    return {
        "PF01": rate(came, full),
        "PF02": rate(went, full),
        "PF03": Fraction(went, WAN),
        "PF04": rate(abs(full - initial), initial),
        "PF05": rate(came - went, full),
        "PF06": Fraction(max(0, went - full), YUAN) if reply else None,
        "PF07": rate(went, came),
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=8)
@given(books=BOOKS)
def test_figures_are_those_of_a_bookkeeper(on: On, pack: RulePack, books: Mapping[str, Rows]) -> None:
    found = {code: each.exact for code, each in figures(on(DUCKDB, books), pack).items()}
    assert found == by_hand(books, "handbook")


BOOK: Mapping[str, Rows] = {
    "budgets": [
        {"programme": "handbook", "year": 2024, "initial": 40_000_00, "full_year": 50_000_00},
        {"programme": "handbook", "year": 2023, "initial": 1, "full_year": 1},
    ],
    "arrivals": [
        {"voucher": "a1", "programme": "handbook", "arrived_on": date(2024, 12, 31), "amount": 48_000_00},
        {"voucher": "a2", "programme": "handbook", "arrived_on": date(2025, 1, 1), "amount": 2_000_00},
    ],
    "expenditures": [
        {"voucher": "e1", "programme": "handbook", "paid_on": date(2024, 1, 1), "amount": 52_000_00},
        {"voucher": "e2", "programme": "handbook", "paid_on": date(2024, 5, 6), "amount": -1_000_00},
        {"voucher": "e3", "programme": "handbook", "paid_on": date(2023, 12, 31), "amount": 9_000_00},
        {"voucher": "e4", "programme": "operating_expense", "paid_on": date(2024, 5, 6), "amount": 7_00},
    ],
}


def test_a_year_of_one_project_reads_as_a_form_prints_it(on: On, pack: RulePack) -> None:
    shown = {code: each.shown for code, each in figures(on(DUCKDB, BOOK), pack).items()}
    assert shown == {
        "PF01": "96%",
        "PF02": "102%",
        "PF03": "5.1万元",
        "PF04": "25%",
        "PF05": "-6%",
        "PF06": "1000元",
        "PF07": "106.25%",
    }


@pytest.mark.parametrize("code", ["PF01", "PF02", "PF04", "PF05", "PF06"])
def test_without_a_budget_no_rate_is_shown(on: On, pack: RulePack, code: str) -> None:
    measured = figures(on(DUCKDB, {**BOOK, "budgets": []}), pack)[code]
    assert measured.shown is None
    assert measured.absent


def test_a_receipt_opens_the_vouchers_behind_the_figure(on: On, pack: RulePack) -> None:
    engine = on(DUCKDB, BOOK)
    opened = engine.backend.raw_sql(figures(engine, pack)["PF02"].upper.records_sql).fetchall()
    assert sorted(voucher for voucher, *_ in opened) == ["e1", "e2"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=4)
@given(books=BOOKS)
def test_neither_order_nor_the_money_of_others_changes_a_figure(
    on: On, pack: RulePack, books: Mapping[str, Rows]
) -> None:
    own = {name: [row for row in reversed(rows) if row["programme"] == "handbook"] for name, rows in books.items()}
    assert figures(on(DUCKDB, own), pack) == figures(on(DUCKDB, books), pack)
