"""Conditions on paying what was granted: looked at again on the day before the money leaves."""

from ibis.expr.types import BooleanValue, Table

from jiping.datasets.condition import condition
from jiping.datasets.question import Question
from jiping.programmes.transfer_subsidy.membership import stayed_until
from jiping.programmes.transfer_subsidy.policy import policy_of


@condition("TS65", "practice", sees=("died_on", "left_on"), entries=("ts_recovery_events",))
def nothing_happened_since(people: Table, question: Question) -> BooleanValue:
    """核定以后、发放以前没有死亡、退保、转出或转回居保。

    登记有误的，申请更正后重新核定。
    """
    return stayed_until(people, max(question.pack.as_of, policy_of(question).review_day))


@condition("TS66", "practice", sees=("own_card",), entries=("ts_own_card_only",))
def is_paid_to_own_card(people: Table, question: Question) -> BooleanValue:
    """收款账户是本人的社会保障卡。

    请登记本人社会保障卡账户；家属账户不能代收。
    """
    if not policy_of(question).holds("ts_own_card_only"):
        return people.own_card.notnull()
    return people.own_card


@condition("TS67", "practice", sees=("booked",))
def is_not_paid_already(people: Table, _question: Question) -> BooleanValue:
    """本缴费年度的补助还没有发放。

    同一人、同一种类、同一年度只发一次；退票的走重发，不再列入新的发放名单。
    """
    return ~people.booked
