"""Accounts carried over many years: the ledger turned into one row a person, then one fraction a year.

A ledger has one or more rows a person and year: `person`, `year`, `principal` and `product` (see `account.Year`). It lies
by person, so that summing it up by person alone costs little, by person and year four times as much. Every year is
therefore a column of its own. Each column looks at every row: a scan is asked for some of the years only.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Final

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question
from jiping.programmes.personal_statement.account import MONTHS, Year, carried, method_of, settled, weighed
from jiping.programmes.personal_statement.rates import rate_of

_YEARS_A_SCAN: Final = 10  # with fewer the scans cost more than the columns they save


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
    rates = [(year, rate_of(year, question).share) for year in years]
    accounts, balance = openings.select("person", "opening"), "opening"
    for start in range(0, len(rates), _YEARS_A_SCAN):
        some = dict(rates[start : start + _YEARS_A_SCAN])
        accounts = _carried(accounts, balance, _weighed(ledger, some, question), some, question)
        balance = accounts.columns[-1]
    return accounts


def _carried(
    accounts: Table, balance: str, credited: Table, rates: Mapping[int, Fraction], question: Question
) -> Table:
    """Add `closing_<year>` for the years of `rates` to `accounts`, the first of which begins with the column `balance`."""
    method, joined = method_of(question), accounts.left_join(credited, "person")
    closings, opening = {}, joined[balance]
    for year, rate in rates.items():
        added = settled(joined[f"weighed_{year}"].coalesce(0), rate, method)
        opening = closings[f"closing_{year}"] = carried(opening, added, rate)
    return joined.select(*accounts.columns, **closings)


def _weighed(ledger: Table, rates: Mapping[int, Fraction], question: Question) -> Table:
    """Return one row a person: `weighed_<year>`, what the credits of the year come to; missing without credits."""
    kept = ledger.filter(ledger.year.between(min(rates), max(rates)))
    method, credit = method_of(question), Year(kept.principal, kept.product)
    return kept.group_by("person").aggregate(
        **{
            f"weighed_{year}": ibis.ifelse(kept.year == year, weighed(credit, rate, method), None).sum().cast("int64")
            for year, rate in rates.items()
        }
    )
