"""Conditions on who somebody is: on the roll, of this place, joining for the first time, below pension age."""

from datetime import date

import ibis
from ibis.expr.types import BooleanValue, Table

from jiping.datasets.condition import condition
from jiping.datasets.question import Question
from jiping.programmes.transfer_subsidy.months import month_shown
from jiping.programmes.transfer_subsidy.policy import policy_of


@condition("TS51", "practice", sees=("status", "paid_for_2020"), entries=("ts_roll_rule",))
def was_on_the_roll(people: Table, question: Question) -> BooleanValue:
    """2020年末是城乡居民养老保险参保缴费人员。

    名册有误的，凭居保缴费凭证申请更正名册后重新核定。
    """
    rule = policy_of(question).choice("ts_roll_rule")
    not_retired = people.status != "receiving"
    if rule == "paid":
        return not_retired & people.paid_for_2020
    if rule == "on_roll":
        return not_retired
    return not_retired & ((people.status == "paying") | people.paid_for_2020)


@condition("TS52", "practice", sees=("insured_place", "local_household"), entries=("ts_place",))
def belongs_here(people: Table, question: Question) -> BooleanValue:
    """2020年末居保参保地在本市（或按本地口径看户籍）。

    居保关系当时在外市的，不属于本市政策的对象。
    """
    if policy_of(question).choice("ts_place") == "household":
        return people.local_household & people.status.notnull()
    return people.insured_place == "local"


@condition("TS53", "practice", sees=("joined",), entries=("ts_window_first", "ts_window_last"))
def joined_in_the_window(people: Table, question: Question) -> BooleanValue:
    """以灵活就业身份首次缴费的月份在政策期内。

    政策期由文件规定，不能补办。
    """
    return people.joined.between(*policy_of(question).window)


@condition("TS54", "practice", sees=("joined", "flexible_since", "employee_since"), entries=("ts_first_time",))
def joined_for_the_first_time(people: Table, question: Question) -> BooleanValue:
    """此前没有参加过企业职工养老保险（按本地口径，可只看灵活就业身份）。

    参保登记日期有误的，凭缴费记录申请更正后重新核定。
    """
    policy = policy_of(question)
    first = people.flexible_since.isnull() | (people.flexible_since >= policy.window[0])
    if policy.choice("ts_first_time") == "never_flexible":
        return first & people.joined.notnull()
    return first & people.joined.notnull() & ~employed_before(people)


@condition(
    "TS55", "practice", sees=("joined", "pension_month"), entries=("ts_age_limit", "ts_female_age", "pension_age")
)
def was_below_pension_age(people: Table, question: Question) -> BooleanValue:
    """首次缴费时未到法定退休年龄。

    已到龄的可按规定延长缴费，另看延长缴费期生活费。
    """
    if not policy_of(question).holds("ts_age_limit"):
        return ibis.literal(True)
    return month_shown(people.joined) < people.pension_month


@condition("TS56", "practice", sees=("died_on", "left_on"), entries=("ts_recovery_events", "ts_cutoff_days"))
def is_still_insured(people: Table, question: Question) -> BooleanValue:
    """到核定日仍在参保，没有死亡、退保、转出或转回居保。

    关系终止登记有误的，申请更正后重新核定。
    """
    return stayed_until(people, policy_of(question).review_day)


def stayed_until(people: Table, day: date) -> BooleanValue:
    """Tell who had neither died nor left by the end of `day`."""
    return (people.died_on.isnull() | (people.died_on > day)) & (people.left_on.isnull() | (people.left_on > day))


def employed_before(people: Table) -> BooleanValue:
    """Tell who was in the enterprise scheme as an employee before joining as a flexible worker; never missing."""
    return (people.employee_since < people.joined).coalesce(False)
