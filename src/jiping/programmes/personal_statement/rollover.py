"""Accounts carried over many years: the ledger summed up by year, turned into one row a person, then one fraction a year."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question
from jiping.programmes.personal_statement.account import MONTHS, Year, brought, carried, method_of, rounding
from jiping.programmes.personal_statement.rates import rate_of


def rolled_over(openings: Table, contributions: Table, years: Iterable[int], question: Question) -> Table:
    """Return `person`, `opening` and for each year `closing_<year>`, in fen.

    `openings` holds person and opening, the balance when the first of `years` begins; the years follow each other. Every
    rate is the one published for its year.
    """
    rates = {year: rate_of(year, question).share for year in years}
    accounts = openings.select("person", "opening").left_join(_added(contributions, rates, question), "person")
    balance = "opening"
    for year, rate in rates.items():
        added = accounts[f"added_{year}"].coalesce(rounding(rate))
        accounts = accounts.mutate(**{f"closing_{year}": carried(accounts[balance], added, rate)})
        balance = f"closing_{year}"
    return accounts.select("person", "opening", *(f"closing_{year}" for year in rates))


def _added(contributions: Table, rates: Mapping[int, Fraction], question: Question) -> Table:
    """Return one row a person: what the credits of each year add to the balance, as numerators; missing without credits."""
    kept = contributions.filter(
        contributions.scheme.isin(question.pack.words("ps_schemes")), contributions.refunded_on.isnull()
    )
    yearly = kept.group_by("person", year=kept.month.year()).aggregate(
        principal=kept.credited.sum(), product=(kept.credited * (MONTHS + 1 - kept.month.month())).sum()
    )
    method, credited = method_of(question), Year(yearly.principal, yearly["product"])
    return yearly.group_by("person").aggregate(
        **{
            f"added_{year}": ibis.ifelse(yearly.year == year, brought(credited, rate, method), None).max()
            for year, rate in rates.items()
        }
    )
