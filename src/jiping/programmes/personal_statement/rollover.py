"""Accounts carried over many years: the ledger summed up by year, turned into one row a person, then one fraction a year."""

from collections.abc import Iterable

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question
from jiping.programmes.personal_statement.account import MONTHS, Year, closing, method_of
from jiping.programmes.personal_statement.rates import rate_of


def rolled_over(openings: Table, contributions: Table, years: Iterable[int], question: Question) -> Table:
    """Return `person`, `opening` and for each year `closing_<year>`, in fen.

    `openings` holds person and opening, the balance when the first of `years` begins; the years follow each other. Every
    rate is the one published for its year.
    """
    walked = tuple(years)
    method = method_of(question)
    credited = _credited(contributions, walked, question)
    accounts = openings.select("person", "opening").left_join(credited, "person").drop("person_right")
    balance = "opening"
    for year in walked:
        brought = Year(accounts[f"principal_{year}"].coalesce(0), accounts[f"product_{year}"].coalesce(0))
        closed = closing(accounts[balance], brought, rate_of(year, question).share, method)
        accounts = accounts.mutate(**{f"closing_{year}": closed})
        balance = f"closing_{year}"
    return accounts.select("person", "opening", *(f"closing_{year}" for year in walked))


def _credited(contributions: Table, years: tuple[int, ...], question: Question) -> Table:
    """Return one row a person: for each year what was credited, and each credit times the months it was there."""
    kept = contributions.filter(
        contributions.scheme.isin(question.pack.words("ps_schemes")), contributions.refunded_on.isnull()
    )
    yearly = kept.group_by("person", year=kept.month.year()).aggregate(
        principal=kept.credited.sum().cast("int64"),
        product=(kept.credited * (MONTHS + 1 - kept.month.month())).sum().cast("int64"),
    )
    return yearly.group_by("person").aggregate(
        **{
            f"{what}_{year}": ibis.ifelse(yearly.year == year, yearly[what], 0).sum().cast("int64")
            for year in years
            for what in ("principal", "product")
        }
    )
