"""One row a person, with all that the conditions look at."""

from collections.abc import Mapping
from datetime import date

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.months import contribution_months, pension_months
from jiping.programmes.transfer_subsidy.policy import Policy, policy_of

CLAIM_TABLES = (
    "persons",
    "resident_roll",
    "insurances",
    "contributions",
    "subsidy_payments",
    "employment_subsidies",
)
TABLES = (*CLAIM_TABLES, "payee_accounts")

# what a person without any records of a kind has
_NEVER_MISSING: Mapping[str, int | bool] = {
    "months": 0,
    "paid_before": 0,
    "supported": False,
    "reached_before": False,
}


def people(tables: Tables, question: Question) -> Table:
    """Return every person with all that conditions look at: the facts of a claim, and what payment depends on."""
    known = claimants(tables, question)
    booked = _booked(tables["subsidy_payments"], policy_of(question))
    accounts = tables["payee_accounts"].select("person", "own_card", "account", "bank")
    for part in (booked, accounts):
        known = known.left_join(part, "person").drop("person_right")
    return known.mutate(booked=known.booked.coalesce(False))


def claimants(tables: Tables, question: Question) -> Table:
    """Return every person of the register with the facts of a claim as known by the day of the pack."""
    policy = policy_of(question)
    persons = tables["persons"]
    known = persons.select("person", "local_household", "died_on", pension_month=pension_months(persons, question.pack))
    parts = (
        tables["resident_roll"].select("person", "status", "paid_for_2020", "insured_place"),
        contribution_months(tables["contributions"], policy),
        _relations(tables["insurances"], policy),
        _payments(tables["subsidy_payments"], policy),
        _supported(tables["employment_subsidies"], policy),
    )
    for number, part in enumerate(parts):
        known = known.left_join(part, "person", rname=f"{{name}}_of_{number}")
    columns = [name for name in known.columns if not name.startswith("person_of_")]
    return known.select(
        *(
            known[name] if name not in _NEVER_MISSING else known[name].coalesce(_NEVER_MISSING[name]).name(name)
            for name in columns
        )
    )


def _relations(insurances: Table, policy: Policy) -> Table:
    """Return since when each person is in the enterprise scheme, in either capacity, and when he left it as one flexible.

    Only an end that asks the subsidy back counts as leaving, and only within the policy's window.
    """
    enterprise = insurances.filter(insurances.scheme == "employee_pension")
    flexible, employee = enterprise.identity == "flexible", enterprise.identity == "employee"
    leaving = flexible & enterprise.end_reason.isin(policy.pack.words("ts_recovery_events"))
    return enterprise.group_by("person").aggregate(
        flexible_since=ibis.ifelse(flexible, enterprise.started_on, None).min(),
        employee_since=ibis.ifelse(employee, enterprise.started_on, None).min(),
        left_on=ibis.ifelse(leaving & (enterprise.ended_on >= policy.window[0]), enterprise.ended_on, None).min(),
    )


def _payments(payments: Table, policy: Policy) -> Table:
    """Return what each person got already: a payment that was recovered is as if it had not been."""
    kept = payments.filter(payments.recovered_on.isnull(), payments.kind.isin(("new", "renewal")))
    new, renewal, year = kept.kind == "new", kept.kind == "renewal", kept.contribution_year
    return kept.group_by("person").aggregate(
        new_paid_year=ibis.ifelse(new, year, None).min(),
        renewal_paid_year=ibis.ifelse(renewal, year, None).min(),
        paid_before=ibis.ifelse(year < policy.year, kept.amount, 0).sum().cast("int64"),
    )


def _booked(payments: Table, policy: Policy) -> Table:
    """Return who is in the ledger for the policy's year already."""
    own = payments.filter(
        payments.recovered_on.isnull(),
        payments.kind.isin(("new", "renewal")),
        payments.contribution_year == policy.year,
    )
    return own.select("person").distinct().mutate(booked=ibis.literal(True))


def _supported(subsidies: Table, policy: Policy) -> Table:
    """Return who had the subsidy for flexible workers hard to employ in some month of the year."""
    year = policy.year
    overlapping = subsidies.filter(subsidies.first_month <= date(year, 12, 1), subsidies.last_month >= date(year, 1, 1))
    return overlapping.select("person").distinct().mutate(supported=ibis.literal(True))
