"""Conditions on what somebody has done and already had: months paid, the year, earlier subsidies."""

import ibis
from ibis.expr.types import BooleanValue, Table

from jiping.datasets.condition import condition
from jiping.datasets.question import Question
from jiping.programmes.transfer_subsidy.policy import policy_of


@condition("TS57", "practice", sees=("joined", "reached_before"), entries=("ts_qualifying_year", "ts_budget_lag_years"))
def is_the_qualifying_year(people: Table, question: Question) -> BooleanValue:
    """本缴费年度是应发新增缴费补助的年度：首次参保的当年（按本地口径，可为首次缴满月数的那一年）。

    参保当年没有缴满月数的，按默认口径以后不能补发。
    """
    policy = policy_of(question)
    if policy.first_reaching_counts:
        return (people.joined.year() <= policy.year) & ~people.reached_before
    return people.joined.year() == policy.year


@condition(
    "TS58",
    "practice",
    sees=("months",),
    entries=(
        "ts_months_needed",
        "ts_months_by",
        "ts_cutoff_days",
        "ts_back_payments_count",
        "ts_employee_months_count",
    ),
)
def paid_enough_months(people: Table, question: Question) -> BooleanValue:
    """本缴费年度内计数的缴费月数达到规定。

    月份按规定的截止日前到账计算；补缴、退费和以单位职工身份缴纳的月份按默认口径不计。
    """
    return people.months >= policy_of(question).number("ts_months_needed")


@condition("TS59", "practice", sees=("new_paid_year",))
def had_no_new_subsidy(people: Table, question: Question) -> BooleanValue:
    """以前年度没有领过新增缴费补助。

    每人一生只发一次，不能再领。
    """
    return people.new_paid_year.isnull() | (people.new_paid_year >= policy_of(question).year)


@condition("TS60", "practice", sees=("new_paid_year",), entries=("ts_renewal_year",))
def had_the_new_subsidy(people: Table, question: Question) -> BooleanValue:
    """上一年度已领新增缴费补助（按本地口径，可为以前任一年度）。

    没有领过新增缴费补助的，先核定新增；隔年续缴的，按默认口径不发续保补助。
    """
    policy = policy_of(question)
    if policy.choice("ts_renewal_year") == "later_year":
        return people.new_paid_year < policy.year
    return people.new_paid_year == policy.year - 1


@condition("TS61", "practice", entries=("ts_renewal_after_window",))
def renewal_is_within_the_policy(_people: Table, question: Question) -> BooleanValue:
    """续保年度在政策期内，或政策允许期满后续发。

    由政策规定，个人不能改变。
    """
    policy = policy_of(question)
    inside = policy.year <= policy.window[1].year
    return ibis.literal(inside or policy.holds("ts_renewal_after_window"))


@condition("TS62", "practice", sees=("renewal_paid_year",))
def had_no_renewal_subsidy(people: Table, question: Question) -> BooleanValue:
    """以前年度没有领过续保补助。

    每人一生只发一次，不能再领。
    """
    return people.renewal_paid_year.isnull() | (people.renewal_paid_year >= policy_of(question).year)


@condition("TS63", "practice", sees=("supported",), entries=("ts_double_support",))
def has_no_double_support(people: Table, question: Question) -> BooleanValue:
    """没有本地口径不许重复享受的灵活就业社会保险补贴。

    只能择一享受的，退回其中一项后重新核定。
    """
    if policy_of(question).choice("ts_double_support") == "flag":
        return ibis.literal(True)
    return ~people.supported


@condition("TS64", "practice", sees=("paid_before",), entries=("ts_lifetime_cap",))
def stays_within_the_cap(people: Table, question: Question) -> BooleanValue:
    """连同本次，一生所领不超过规定总额。

    多领的退回后重新核定。
    """
    policy = policy_of(question)
    next_amount = max(policy.fen("ts_new_amount"), policy.fen("ts_renewal_amount"))
    return people.paid_before + next_amount <= policy.fen("ts_lifetime_cap")
