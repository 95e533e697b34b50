"""One row a person, with all that the conditions look at."""

from datetime import date

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.months import contribution_months, pension_months
from jiping.programmes.transfer_subsidy.policy import Policy, policy_of

TABLES = (
    "persons",
    "resident_roll",
    "insurances",
    "contributions",
    "subsidy_payments",
    "employment_subsidies",
    "payee_accounts",
)


def people(tables: Tables, question: Question) -> Table:
    """Return every person of the register with what was known of him by the day of the pack."""
    policy = policy_of(question)
    persons = tables["persons"]
    known = persons.select("person", "local_household", "died_on", pension_month=pension_months(persons, question.pack))
    parts = (
        tables["resident_roll"].select("person", "status", "paid_for_2020", "insured_place"),
        contribution_months(tables["contributions"], policy),
        _relations(tables["insurances"], policy),
        _payments(tables["subsidy_payments"], policy),
        _supported(tables["employment_subsidies"], policy),
        tables["payee_accounts"].select("person", "own_card"),
    )
    for part in parts:
        known = known.left_join(part, "person").drop("person_right")
    return known.mutate(
        months=known.months.coalesce(0),
        paid_before=known.paid_before.coalesce(0),
        supported=known.supported.coalesce(False),
        reached_before=known.reached_before.coalesce(False),
        new_paid_now=known.new_paid_now.coalesce(False),
        renewal_paid_now=known.renewal_paid_now.coalesce(False),
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
        new_paid_now=(new & (year == policy.year)).any(),
        renewal_paid_now=(renewal & (year == policy.year)).any(),
    )


def _supported(subsidies: Table, policy: Policy) -> Table:
    """Return who had the subsidy for flexible workers hard to employ in some month of the year."""
    year = policy.year
    overlapping = subsidies.filter(subsidies.first_month <= date(year, 12, 1), subsidies.last_month >= date(year, 1, 1))
    return overlapping.select("person").distinct().mutate(supported=ibis.literal(True))
