"""The days of a subsidy year, cut wherever anything about a loan changes."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.condition import judge
from jiping.datasets.question import Question, Tables
from jiping.programmes.loan_interest_subsidy.conditions import CONDITIONS
from jiping.programmes.loan_interest_subsidy.history import LEVELS, steps
from jiping.programmes.loan_interest_subsidy.loans import contracts, proven_at_contract
from jiping.programmes.loan_interest_subsidy.terms import terms_of


def segments(tables: Tables, question: Question) -> Table:
    """Return the `stretches` judged: `failed` are the bits of the conditions not met; of an `eligible` segment finance
    bears the interest.
    """
    return judge(stretches(tables, question), CONDITIONS, question)


def stretches(tables: Tables, question: Question) -> Table:
    """Return the segments of the year in which something is owed.

    `days` run from `day` up to but not with `until`; on each of them the LEVELS and the contract's facts are the same.
    """
    terms = terms_of(question)
    loans = contracts(tables, terms)
    changes = steps(loans, tables, terms).filter(ibis._.day < terms.end)
    changes = changes.mutate(day=ibis.greatest(changes.day, terms.first))
    daily = changes.group_by("loan", "day").agg(**{level: changes[level].sum().cast("int64") for level in LEVELS})
    up_to_now = ibis.window(group_by="loan", order_by="day", preceding=None, following=0)
    in_turn = ibis.window(group_by="loan", order_by="day")
    cut = daily.select(
        "loan",
        "day",
        until=daily.day.lead().over(in_turn).coalesce(terms.end),
        **{level: daily[level].sum().over(up_to_now).cast("int64") for level in LEVELS},
    )
    owing = cut.filter(cut.principal != 0).inner_join(loans, "loan")
    owing = owing.left_join(proven_at_contract(tables), "loan").drop("loan_right")
    return owing.mutate(
        days=owing.until.delta(owing.day, unit="day").cast("int64"),
        proven_at_contract=owing.proven_at_contract.coalesce(False),
    )
