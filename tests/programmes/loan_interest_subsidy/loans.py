"""Loans of any history, for property tests: a person each, dates that meet and miss each other."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from jiping.programmes.loan_interest_subsidy.terms import CHOICES

_days = st.dates(date(2022, 6, 1), date(2025, 3, 1))
_often_edges = st.one_of(
    _days, st.sampled_from([date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 29), date(2024, 12, 31)])
)
_months = st.builds(date, st.integers(2023, 2025), st.integers(1, 12), st.just(1))
_amounts = st.one_of(st.integers(1, 6_000_000), st.sampled_from([1_000_000, 5_000_000]))

rules = st.fixed_dictionaries(
    {
        **{name: st.sampled_from(words) for name, words in CHOICES.items() if name not in ("li_rounds", "li_surplus")},
        "li_day_base": st.sampled_from([360, 365]),
        "li_interest_day": st.sampled_from([20, 31]),
        "li_principal_cap": st.sampled_from([60_000, 1_000_000]),
        "li_months_before_pension": st.sampled_from([36, 600]),
    }
)


@st.composite
def records(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Draw the tables of a few loans, one borrower each."""
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in _PER_PERSON + _PER_LOAN}
    for person in range(1, draw(st.integers(1, 5)) + 1):
        _borrower(draw, person, tables)
        _history(draw, f"L{person}", tables)
    return tables


_PER_PERSON = ("persons", "loans", "hardship_proofs", "employment_subsidies")
_PER_LOAN = ("loan_movements", "loan_rates", "loan_overdues")


def _borrower(draw: st.DrawFn, person: int, tables: dict[str, list[dict[str, Any]]]) -> None:
    kind, years = draw(st.sampled_from([("male", 60), ("female_55", 55), ("female_50", 50)]))
    born = draw(st.dates(date(2023 - years, 10, 1), date(2027 - years, 12, 31)))
    rare = st.one_of(st.none(), st.none(), _often_edges)
    tables["persons"].append(
        {
            "person": person,
            "birth_date": born,
            "local_household": draw(st.booleans()) or person % 2 == 1,
            "died_on": draw(rare),
        }
    )
    tables["loans"].append(
        {
            "loan": f"L{person}",
            "person": person,
            "contract_on": draw(st.dates(date(2022, 1, 1), date(2024, 3, 1))),
            "pension_class": kind,
            "grace_ends_on": draw(rare),
            "day_base": draw(st.sampled_from([None, 360, 365])),
            "moved_away_on": draw(rare),
        }
    )
    for number in range(draw(st.integers(1, 2))):
        proof = {
            "person": person,
            "kind": "disability",
            "valid_from": date(2021, 1 + number, 1) if number == 0 else draw(_days),
        }
        tables["hardship_proofs"].append({**proof, "valid_until": draw(rare)})
    if draw(st.booleans()):
        first, last = sorted(draw(st.tuples(_months, _months)))
        tables["employment_subsidies"].append({"person": person, "first_month": first, "last_month": last, "amount": 1})


def _history(draw: st.DrawFn, loan: str, tables: dict[str, list[dict[str, Any]]]) -> None:
    kinds = st.sampled_from(["disbursement", "disbursement", "repayment", "early_repayment"])
    for number, (day, kind, amount) in enumerate(
        draw(st.lists(st.tuples(_often_edges, kinds, _amounts), min_size=1, max_size=4))
    ):
        move = {"entry": f"{loan}-{number}", "loan": loan, "moved_on": day, "kind": kind, "amount": amount}
        tables["loan_movements"].append(move)
    for day in draw(st.lists(_often_edges, min_size=1, max_size=4, unique=True)):
        rate = Decimal(draw(st.integers(1, 99_999))).scaleb(-6)
        tables["loan_rates"].append({"loan": loan, "starts_on": day, "rate": rate})
    for day in draw(st.lists(_often_edges, max_size=2, unique=True)):
        ended = draw(st.one_of(st.none(), st.dates(day, date(2025, 6, 1))))
        tables["loan_overdues"].append({"loan": loan, "started_on": day, "ended_on": ended})
