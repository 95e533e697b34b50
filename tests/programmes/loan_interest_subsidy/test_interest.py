"""The set-based interest is the contract's to the fen, whatever the loans and the rules, and in whatever order they lie."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines import engine_with
from jiping.datasets.engine import DUCKDB
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.loan_interest_subsidy.interest import interest, itemised
from jiping.rulepack.pack import RulePack
from programmes.loan_interest_subsidy.contract import Contract, Records
from programmes.loan_interest_subsidy.loans import records, rules
from programmes.situations import changed

_patient = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
_few = settings(_patient, max_examples=6)


def computed(rows: Records, chosen: Mapping[str, Any], pack: RulePack, year: int = 2024) -> dict[str, int]:
    """Return the interest of every loan that bears some, as the programme computes it."""
    with TemporaryDirectory() as folder:
        engine = engine_with(DUCKDB, rows, pack, Path(folder))
        question = Question("loan_interest_subsidy", Period.of_year(year), changed(pack, chosen))
        found = engine.fetch(interest(engine.tables, question)).to_pylist()
    return {row["loan"]: row["interest"] for row in found if row["interest"]}


@_patient
@given(records(), rules)
def test_every_loan_bears_what_its_contract_says(pack: RulePack, rows: Records, chosen: dict[str, Any]) -> None:
    by_contract = {each["loan"]: Contract(each, rows, chosen).interest(2024) for each in rows["loans"]}
    assert computed(rows, chosen, pack) == {loan: fen for loan, fen in by_contract.items() if fen}


@_few
@given(records(), rules)
def test_the_order_of_the_records_changes_nothing(pack: RulePack, rows: Records, chosen: dict[str, Any]) -> None:
    turned = {table: each[::-1] for table, each in rows.items()}
    assert computed(turned, chosen, pack) == computed(rows, chosen, pack)


@_few
@given(records(), rules)
def test_loans_do_not_touch_each_other(pack: RulePack, rows: Records, chosen: dict[str, Any]) -> None:
    alone: dict[str, int] = {}
    for loan in rows["loans"]:
        own = {
            table: [row for row in each if row.get("loan", loan["loan"]) == loan["loan"]]
            for table, each in rows.items()
        }
        alone |= computed(own, chosen, pack)
    assert computed(rows, chosen, pack) == alone


@_few
@given(records(), rules, st.sampled_from(["disbursement", "repayment", "early_repayment"]))
def test_a_movement_told_in_two_entries_is_the_same(
    pack: RulePack, rows: Records, chosen: dict[str, Any], kind: str
) -> None:
    """Splitting every amount into two entries of the same day must not change a fen."""
    halves = []
    for row in rows["loan_movements"]:
        part = row["amount"] // 2 if row["kind"] == kind else 0
        entries = ((part, "a"), (row["amount"] - part, "b"))
        halves += [{**row, "entry": row["entry"] + mark, "amount": amount} for amount, mark in entries if amount]
    assert computed({**rows, "loan_movements": halves}, chosen, pack) == computed(rows, chosen, pack)


@_patient
@given(records(), rules, st.sampled_from(["period", "segment"]))
def test_the_segments_of_a_loan_add_up_to_its_interest(
    pack: RulePack, rows: Records, chosen: dict[str, Any], rounds: str
) -> None:
    """Each segment is within a fen of its own product, and only what finance bears has any."""
    told = {**chosen, "li_rounds": rounds}
    with TemporaryDirectory() as folder:
        engine = engine_with(DUCKDB, rows, pack, Path(folder))
        question = Question("loan_interest_subsidy", Period.of_year(2024), changed(pack, told))
        found = engine.fetch(itemised(engine.tables, question)).to_pylist()
    assert all((each["interest"] is not None) is each["eligible"] for each in found)
    borne = [each for each in found if each["eligible"]]
    for each in borne:
        own = Fraction(each["principal"] * each["rate"] * each["days"], each["day_base"] * 1_000_000)
        assert abs(each["interest"] - own) <= 1
    sums = {
        loan: sum(each["interest"] for each in borne if each["loan"] == loan) for loan in {e["loan"] for e in borne}
    }
    assert {loan: fen for loan, fen in sums.items() if fen} == computed(rows, told, pack)
