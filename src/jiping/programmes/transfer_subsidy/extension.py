"""延长缴费期生活费: an allowance for who reached pension age with too few months and keeps paying."""

from datetime import date

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table

from jiping.datasets.bits import bit_count, bit_or
from jiping.datasets.condition import condition, judge
from jiping.datasets.pension_age import month_number
from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.months import month_shown, pension_months
from jiping.programmes.transfer_subsidy.policy import Policy, policy_of
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import number


@condition(
    "TS71", "social_insurance_law_16", sees=("pension_month", "first_month"), entries=("ts_female_age", "pension_age")
)
def reached_pension_age(cases: Table, _question: Question) -> BooleanValue:
    """延长缴费从达到法定退休年龄的次月或以后开始。

    未到龄的缴费不是延长缴费。
    """
    return month_shown(cases.first_month) > cases.pension_month


@condition("TS72", "social_insurance_law_16", sees=("months_before",), entries=("ts_minimum_months",))
def had_too_few_months(cases: Table, _question: Question) -> BooleanValue:
    """到龄时累计缴费不足最低缴费年限。

    已满最低年限的，可以申请领取养老金。
    """
    return cases.months_before < cases.months_required


@condition("TS73", "practice", sees=("months",), entries=("ts_extension_first", "ts_extension_last"))
def keeps_paying(cases: Table, _question: Question) -> BooleanValue:
    """在生活费起止月份内继续以灵活就业身份缴费。

    缴费到账后按实际缴费月数核定。
    """
    return cases.months > 0


EXTENSION = (reached_pension_age, had_too_few_months, keeps_paying)


def extension_due(tables: Tables, question: Question) -> Table:
    """Return every registered case judged, with `months` due up to the policy's year and the `amount` not yet paid."""
    policy = policy_of(question)
    registered = tables["extension_allowances"]
    persons = tables["persons"]
    ages = persons.select("person", pension_month=pension_months(persons, question.pack))
    cases = registered.inner_join(ages, "person")
    cases = cases.mutate(months_required=_required(cases.pension_month, question.pack))
    for part in (
        _paid_months(tables["contributions"], registered, policy),
        _paid_out(tables["subsidy_payments"], policy),
    ):
        cases = cases.left_join(part, "person").drop("person_right")
    lacking = cases.months_required - cases.months_before
    months = ibis.least(cases.months.coalesce(0), policy.number("ts_extension_most_months"), lacking)
    cases = cases.mutate(months=months.cast("int64"), paid_out=cases.paid_out.coalesce(0))
    judged = judge(cases, EXTENSION, question)
    earned = judged.months * policy.fen("ts_extension_monthly")
    return judged.mutate(
        amount=ibis.ifelse(judged.eligible, ibis.greatest(earned - judged.paid_out, 0), 0).cast("int64")
    )


def _required(reached: IntegerValue, pack: RulePack) -> IntegerValue:
    """Return the fewest months of contribution the law asks of who reaches the age in month `reached`."""
    rows = sorted(pack.table("ts_minimum_months"), key=lambda row: number(row, "from_year"), reverse=True)
    return ibis.cases(*((reached >= int(number(row, "from_year")) * 100, int(number(row, "months"))) for row in rows))


def _paid_months(contributions: Table, registered: Table, policy: Policy) -> Table:
    """Return in how many months of its own extension each registered person paid, within the allowance's first and last."""
    first = policy.day("ts_extension_first")
    last = min(policy.day("ts_extension_last"), date(policy.year, 12, 1))
    paid = contributions.filter(
        contributions.scheme == "employee_pension",
        contributions.identity == "flexible",
        contributions.refunded_on.isnull(),
        ~contributions.back_payment,
        contributions.paid_on <= policy.review_day,
        contributions.month.between(first, last),
    ).inner_join(registered.select("person", "first_month", "last_month"), "person")
    own = paid.filter(paid.month >= paid.first_month, paid.last_month.isnull() | (paid.month <= paid.last_month))
    place = month_number(own.month) - (first.year * 12 + first.month - 1)
    return (
        own.group_by("person")
        .aggregate(marks=bit_or(ibis.literal(1, "int64") << place))
        .select("person", months=bit_count(ibis._.marks))
    )


def _paid_out(payments: Table, policy: Policy) -> Table:
    """Return the allowance each person got for earlier years."""
    earlier = payments.filter(
        payments.kind == "extension", payments.recovered_on.isnull(), payments.contribution_year < policy.year
    )
    return earlier.group_by("person").aggregate(paid_out=earlier.amount.sum().cast("int64"))
