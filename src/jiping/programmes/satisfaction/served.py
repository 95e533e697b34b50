"""Whom a business served in the period: the list a sample is drawn from."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.domain.errors import JipingError
from jiping.rulepack.table import Row


def records_of_service(question: Question) -> Row:
    """Return which `table` tells whom the business served, and which `day` in it when.

    Raises JipingError for a business the pack names no such table for.
    """
    rows = question.pack.table("sv_frames")
    found = next((row for row in rows if row["programme"] == question.programme), None)
    if found is None:
        raise JipingError(
            f"没有写明从哪张表抽取“{question.programme}”的服务对象。",
            remedy="请在规则包的 sv_frames 中为它写一行：业务、表、日期列。",
        )
    return found


def served(tables: Tables, question: Question) -> Table:
    """Return everyone served in the period, once: `person`, and as `stratum` the town; the dead are not asked.

    A `lasting` service, such as a loan, that began before the period is served in it too.
    """
    source = records_of_service(question)
    services = tables[str(source["table"])]
    day = services[str(source["day"])]
    within = day <= question.period.last if source.get("lasting") is True else question.covers(day)
    persons = tables["persons"].filter(ibis._.died_on.isnull())
    return persons.semi_join(services.filter(within), "person").select("person", stratum="town")
