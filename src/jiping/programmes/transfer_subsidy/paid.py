"""What was approved and what reached its payee."""

from ibis.expr.types import Table

from jiping.datasets.figure import Figure, amount, count, quotient, share, total
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.policy import policy_of

SUBSIDY = ("new", "renewal")
_LEDGER = ("subsidy_payments",)


@indicator("TS04", "万元", _LEDGER)
def paid_subsidy(tables: Tables, question: Question) -> Figure:
    """参保补助发放金额。

    本期发放并已到账的新增缴费补助、续保补助之和。
    """
    credited = credited_in(tables, question)
    return total(credited.filter(credited.kind.isin(SUBSIDY)), "amount")


@indicator("TS05", "人", _LEDGER)
def paid_people(tables: Tables, question: Question) -> Figure:
    """参保补助发放人数。

    本期补助已到账的人数，每人一次。
    """
    credited = credited_in(tables, question)
    return count(credited.filter(credited.kind.isin(SUBSIDY)).select("person").distinct())


@indicator("TS06", "人", _LEDGER)
def extension_people(tables: Tables, question: Question) -> Figure:
    """延长缴费期生活费发放人数。

    本期生活费已到账的人数，每人一次。
    """
    credited = credited_in(tables, question)
    return count(credited.filter(credited.kind == "extension").select("person").distinct())


@indicator("TS07", "万元", _LEDGER)
def paid_extension(tables: Tables, question: Question) -> Figure:
    """延长缴费期生活费发放金额。

    本期发放并已到账的延长缴费期生活费之和。
    """
    credited = credited_in(tables, question)
    return total(credited.filter(credited.kind == "extension"), "amount")


@indicator("TS08", "万元", _LEDGER)
def paid_in_all(tables: Tables, question: Question) -> Figure:
    """补助资金发放总额。

    本期到账的参保补助，连同与本项目合并核算的延长缴费期生活费。
    """
    credited = credited_in(tables, question)
    kinds = (*SUBSIDY, "extension") if policy_of(question).holds("ts_extension_in_project") else SUBSIDY
    return total(credited.filter(credited.kind.isin(kinds)), "amount")


@indicator("TS11", "%", _LEDGER)
def arrival(tables: Tables, question: Question) -> Figure:
    """补助发放到位率。

    本期批准的补助和生活费中，到账金额与批准金额之比。
    """
    approved = approved_in(tables, question)
    return quotient(amount(approved.filter(approved.credited_on.notnull()), "amount"), amount(approved, "amount"))


@indicator("TS12", "%", _LEDGER)
def promptness(tables: Tables, question: Question) -> Figure:
    """补助发放及时率。

    本期批准的补助和生活费中，在规定工作日内到账的笔数所占比例；没有到账的算未及时。
    """
    approved, days = approved_in(tables, question), tables["working_days"]
    start = days.select(approved_on="day", start="number")
    end = days.select(credited_on="day", end="number")
    timed = approved.left_join(start, "approved_on").left_join(end, "credited_on")
    taken = timed.end - timed.start
    return share(timed, taken.between(0, policy_of(question).number("ts_prompt_working_days")))


def approved_in(tables: Tables, question: Question) -> Table:
    """Return what was approved within the period."""
    payments = tables["subsidy_payments"]
    return payments.filter(question.covers(payments.approved_on))


def credited_in(tables: Tables, question: Question) -> Table:
    """Return what reached its payee within the period."""
    payments = tables["subsidy_payments"]
    return payments.filter(question.covers(payments.credited_on))


def of_year(payments: Table, question: Question) -> Table:
    """Return the subsidies for the policy's year; the same person and kind counts once."""
    year = policy_of(question).year
    return payments.filter(payments.contribution_year == year, payments.kind.isin(SUBSIDY))
