"""Accounts carried over many years: the ledger turned into one row a person, then one fraction a year.

A ledger has one or more rows a person and year: `person`, `year`, `principal` and `product` (see `account.Year`). It lies
by person: summing it up by person costs little more than reading it, by person and year nearly three times that. Every
year is therefore a column of its own, and one scan fills all of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Final

import ibis
from ibis.expr.types import IntegerValue, Table

from jiping.datasets.question import Question
from jiping.programmes.personal_statement.account import MONTHS, Method, Year, carried, method_of, settled, weighed
from jiping.programmes.personal_statement.rates import rate_of

_YEARS_AT_ONCE: Final = 5  # carried in one projection: with fewer Ibis takes longer, with more DuckDB
Rates = Sequence[tuple[int, Fraction]]


def ledger_of_months(contributions: Table, question: Question) -> Table:
    """Return the ledger that single contributions make: those of the pack's schemes that were not refunded."""
    kept = contributions.filter(
        contributions.scheme.isin(question.pack.words("ps_schemes")), contributions.refunded_on.isnull()
    )
    months_there = MONTHS + 1 - kept.month.month()
    return kept.select("person", year=kept.month.year(), principal=kept.credited, product=kept.credited * months_there)


def ledger_of_years(account_years: Table) -> Table:
    """Return the ledger that yearly accounts make, whose twelve months stand side by side."""
    months = [(account_years[f"credited_{month:02}"], MONTHS + 1 - month) for month in range(1, MONTHS + 1)]
    principal = reduce(add, (credited for credited, _ in months))
    return account_years.select(
        "person", "year", principal=principal, product=reduce(add, (credited * there for credited, there in months))
    )


def rolled_over(openings: Table, ledger: Table, years: Iterable[int], question: Question) -> Table:
    """Return `person`, `opening` and for each year `closing_<year>`, in fen.

    `openings` holds person and opening, the balance when the first of `years` begins; the years follow each other. Every
    rate is the one published for its year.
    """
    method, rates = method_of(question), [(year, rate_of(year, question).share) for year in years]
    opened = openings.select("person", "opening")
    rolled, balance = opened.left_join(_weighed(ledger, rates, method), "person"), "opening"
    for start in range(0, len(rates), _YEARS_AT_ONCE):
        rolled = rolled.mutate(**_carried(rolled, balance, rates[start : start + _YEARS_AT_ONCE], method))
        balance = rolled.columns[-1]
    return rolled.select(*opened.columns, *(f"closing_{year}" for year, _ in rates))


def _carried(accounts: Table, balance: str, rates: Rates, method: Method) -> Mapping[str, IntegerValue]:
    """Return `closing_<year>` for the years of `rates`, the first of which begins with the column `balance`."""
    closings, opening = {}, accounts[balance]
    for year, rate in rates:
        added = settled(accounts[f"weighed_{year}"].coalesce(0), rate, method)
        opening = closings[f"closing_{year}"] = carried(opening, added, rate)
    return closings


def _weighed(ledger: Table, rates: Rates, method: Method) -> Table:
    """Return one row a person: `weighed_<year>`, what the credits of the year come to; persons without any have no row."""
    credit = Year(ledger.principal, ledger.product)
    return ledger.group_by("person").aggregate(
        **{
            f"weighed_{year}": ibis.ifelse(ledger.year == year, weighed(credit, rate, method), 0).sum().cast("int64")
            for year, rate in rates
        }
    )
