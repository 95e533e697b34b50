"""What each town was to reach, and what it reached."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.coverage_expansion.insured import changes, newly_insured


def achievements(tables: Tables, question: Question) -> Table:
    """Return the tasks of the year, each with `achieved`: net growth or newly insured, whichever the task names."""
    insured = changes(tables, question)
    keys = ["town", "scheme"]
    net = insured.group_by(keys).agg(net=ibis._.change.sum())
    new = newly_insured(insured, question).group_by(keys).agg(new=ibis._.count())
    tasks = tables["coverage_tasks"].filter(ibis._.year == question.period.year)
    reached = tasks.left_join(net, keys).drop("town_right", "scheme_right").left_join(new, keys)
    return reached.drop("town_right", "scheme_right").mutate(
        achieved=ibis.ifelse(ibis._.measure == "net_growth", ibis._.net, ibis._.new).fill_null(0)
    )
