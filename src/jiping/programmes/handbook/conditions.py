"""Who is owed a handbook, each reason as a named condition."""

import ibis
from ibis.expr.types import BooleanValue, Table

from jiping.datasets.condition import condition
from jiping.datasets.question import Question, Tables


@condition("HB51", "practice", sees=("joined_on",))
def joined_for_the_first_time(people: Table, question: Question) -> BooleanValue:
    """本年首次参加企业职工基本养老保险。

    以前年度参保时已应发手册的，遗失或损毁可申请补发；参保登记日期有误的，申请更正后重新核定。
    """
    return question.covers(people.joined_on)


@condition("HB52", "practice", sees=("died_on",))
def is_alive(people: Table, question: Question) -> BooleanValue:
    """到本年最后一天没有死亡。

    死亡登记有误的，申请更正后重新核定。
    """
    return people.died_on.isnull() | (people.died_on > question.period.last)


@condition("HB53", "practice", sees=("kept",))
def has_none_from_elsewhere(people: Table, _question: Question) -> BooleanValue:
    """转入时没有带来仍在使用的旧手册。

    旧手册遗失或损毁的，可申请补发。
    """
    return ~people.kept


@condition("HB54", "practice", sees=("issued_on",))
def was_given_none(people: Table, question: Question) -> BooleanValue:
    """到本年最后一天还没有领过新参保的手册。

    每人只发一册；遗失或损毁的，申请补发。
    """
    return people.issued_on.isnull() | (people.issued_on > question.period.last)


OWED = (joined_for_the_first_time, is_alive, has_none_from_elsewhere)
TO_HAND_OUT = (was_given_none,)


def people(tables: Tables, question: Question) -> Table:
    """Return every person of the register with what relations and issues of handbooks say up to the period's last day.

    `joined_on` is the day of first joining the enterprise scheme, `issued_on` that of the first handbook given.
    """
    last = question.period.last
    employed = tables["insurances"].filter(ibis._.scheme == "employee_pension", ibis._.started_on <= last)
    issues = tables["handbook_issues"]
    given = issues.filter(issues.reason == "new", issues.issued_on <= last)
    kept = issues.filter(issues.reason == "kept").select("person").distinct()
    known = tables["persons"].select("person", "died_on")
    for part in (
        employed.group_by("person").agg(joined_on=employed.started_on.min()),
        given.group_by("person").agg(issued_on=given.issued_on.min()),
        kept.mutate(kept=ibis.literal(True)),
    ):
        known = known.left_join(part, "person").drop("person_right")
    return known.mutate(kept=known.kept.coalesce(False))
