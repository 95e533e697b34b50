"""A county of any size agrees with itself: nobody is paid who is not due, nobody asked who was not served."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from jiping.use_cases.measure import measure
from synthetic.counties import laid_out

SIZES = [1, 40, 999, 2_000, 20_000]


@pytest.fixture(scope="module", params=SIZES)
def county(request: pytest.FixtureRequest) -> Iterator[duckdb.DuckDBPyConnection]:
    with laid_out(County(request.param)) as con:
        yield con


def rows(con: duckdb.DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    return con.execute(query).fetchall()


def test_what_is_granted_arrives_and_is_spent(county: duckdb.DuckDBPyConnection) -> None:
    spent = "SELECT programme, sum(amount) AS spent FROM expenditures WHERE year(paid_on) = 2024 GROUP BY programme"
    arrived = "SELECT programme, sum(amount) AS arrived FROM arrivals GROUP BY programme"
    unlike = f"""
    SELECT programme FROM budgets LEFT JOIN ({spent}) USING (programme) LEFT JOIN ({arrived}) USING (programme)
    WHERE full_year <> coalesce(spent, 0) OR full_year <> coalesce(arrived, 0)
    """
    assert rows(county, unlike) == []


@pytest.mark.parametrize(
    ("programme", "records"),
    [
        ("transfer_subsidy", "SELECT sum(amount) FROM subsidy_payments WHERE year(credited_on) = 2024"),
        ("loan_interest_subsidy", "SELECT sum(amount) FROM bank_interest"),
        ("handbook", "SELECT sum(copies * unit_price) FROM print_orders"),
    ],
)
def test_what_is_spent_is_what_the_records_come_to(
    county: duckdb.DuckDBPyConnection, programme: str, records: str
) -> None:
    spent = f"SELECT coalesce(sum(amount), 0) FROM expenditures WHERE programme = '{programme}'"
    assert rows(county, spent) == rows(county, f"SELECT coalesce(({records}), 0)")


def test_the_prepayment_is_a_payment_of_the_ledger(county: duckdb.DuckDBPyConnection) -> None:
    both = "voucher, paid_on, amount"
    assert rows(county, f"SELECT {both} FROM loan_prepayments EXCEPT SELECT {both} FROM expenditures") == []


def test_nobody_is_asked_who_was_not_served_and_nobody_answers_unasked(county: duckdb.DuckDBPyConnection) -> None:
    asked = "SELECT survey, count(*) AS invited FROM survey_invitations GROUP BY survey"
    heard = "SELECT survey, count(DISTINCT respondent) AS heard FROM survey_answers GROUP BY survey"
    unlike = f"""
    SELECT survey FROM surveys JOIN ({asked}) USING (survey) JOIN ({heard}) USING (survey)
    WHERE invited > population OR heard > invited OR (programme <> 'loan_interest_subsidy'
        AND population > (SELECT count(*) FROM persons))
    """
    assert rows(county, unlike) == []


@pytest.mark.parametrize(
    ("programme", "served"),
    [
        ("handbook", "SELECT person FROM handbook_issues WHERE year(issued_on) = 2024"),
        ("operating_expense", "SELECT person FROM cases WHERE year(accepted_on) = 2024"),
        ("transfer_subsidy", "SELECT person FROM subsidy_payments WHERE year(paid_on) = 2024"),
    ],
)
def test_a_survey_is_of_those_the_records_say_were_served(
    county: duckdb.DuckDBPyConnection, programme: str, served: str
) -> None:
    alive = f"SELECT count(*) FROM persons WHERE died_on IS NULL AND person IN ({served})"
    stated = f"SELECT population FROM surveys WHERE programme = '{programme}'"
    assert rows(county, stated) == [each for each in rows(county, alive) if each != (0,)]


def test_no_more_is_spoiled_than_was_printed(county: duckdb.DuckDBPyConnection) -> None:
    more = (
        "SELECT item FROM handbook_spoils JOIN print_orders USING (item) WHERE handbook_spoils.copies > accepted_copies"
    )
    assert rows(county, more) == []


def test_as_many_are_paid_as_are_due(tmp_path: Path) -> None:
    generate(County(2_000), tmp_path / "county", lambda _: None)
    found = {each.code: each for each in measure("transfer_subsidy", 2024, tmp_path / "county", "rugao-2024").figures}
    assert found["TS01"].exact == found["TS05"].exact
    assert found["PF03"].exact == found["TS08"].exact
