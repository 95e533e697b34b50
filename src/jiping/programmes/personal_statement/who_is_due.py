"""Who is due a statement (应打印人员): one named condition for each reason not to print."""

import ibis
from ibis.expr.types import BooleanValue, Table

from jiping.datasets.condition import condition, judge
from jiping.datasets.question import Question, Tables
from jiping.programmes.personal_statement.choices import choice
from jiping.programmes.personal_statement.insured import insured

_LAW = "social_insurance_premium_regulations_16"


@condition("PS51", _LAW, sees=("counts",), entries=("ps_schemes",))
def was_insured(people: Table, _question: Question) -> BooleanValue:
    """业务年度内至少有一个月参加规定的险种。

    没有参保月份的年度没有对账单；漏记的参保关系补记后重新核定。
    """
    return people.counts


@condition("PS52", "practice", sees=("has_account", "closed_on"))
def has_an_account(people: Table, question: Question) -> BooleanValue:
    """有个人账户，且到业务年度末没有终止。

    没有年初余额记录的，先补记账户；账户终止时已一次结清的，不再对账。
    """
    return people.has_account & (people.closed_on.isnull() | (people.closed_on > question.period.last))


@condition("PS53", "practice", sees=("died_on",), entries=("ps_exclude_deceased",))
def was_alive(people: Table, question: Question) -> BooleanValue:
    """到业务年度末没有死亡。

    死亡人员的个人账户由继承人申请结清，不再寄送。
    """
    if choice(question, "ps_exclude_deceased") is False:
        return ibis.literal(True)
    return people.died_on.isnull() | (people.died_on > question.period.last)


@condition("PS54", "practice", sees=("transferred",), entries=("ps_exclude_transferred",))
def was_still_here(people: Table, question: Question) -> BooleanValue:
    """到业务年度末参保关系没有转出。

    转出的由转入地寄送；又转回的以转回后的关系为准。
    """
    if choice(question, "ps_exclude_transferred") is False:
        return ibis.literal(True)
    return ~people.transferred


@condition("PS55", "practice", sees=("delivery",), entries=("ps_exclude_electronic",))
def wants_paper(people: Table, question: Question) -> BooleanValue:
    """没有选择电子送达。

    选择电子送达的在网上查看；要纸质的可以改回。
    """
    return ibis.literal(choice(question, "ps_exclude_electronic") is False) | (people.delivery == "paper")


ENTITLED = (was_insured, has_an_account, was_alive, was_still_here)
PRINTED = (*ENTITLED, wants_paper)


def people(tables: Tables, question: Question) -> Table:
    """Return every person of the register with what his relations and his account say about the period."""
    accounts = tables["accounts"].filter(ibis._.year == question.period.year)
    known = (
        tables["persons"]
        .left_join(insured(tables, question), "person")
        .drop("person_right")
        .left_join(
            accounts.select("person", "opening", "closed_on", opening_months="months", has_account=ibis.literal(True)),
            "person",
        )
        .drop("person_right")
    )
    return known.mutate(counts=known.counts.coalesce(False), has_account=known.has_account.coalesce(False))


def entitled(tables: Tables, question: Question) -> Table:
    """Return who has a right to a statement of the period, on paper or not; `to_print` tells who is sent paper."""
    known = people(tables, question)
    having = judge(known, ENTITLED, question)
    return (
        having.filter(having.eligible)
        .mutate(to_print=wants_paper.holds(having, question).fill_null(False))
        .drop("failed", "eligible")
    )


def due(tables: Tables, question: Question) -> Table:
    """Return the persons for whom a statement of the period must be printed; `question` is about the business year."""
    judged = judge(people(tables, question), PRINTED, question)
    return judged.filter(judged.eligible).drop("failed", "eligible")
