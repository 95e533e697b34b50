"""The figures this programme proves."""

from ibis.expr.types import Table

from jiping.datasets.figure import Figure, Part, count, quotient, share, total
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.benefit import qualified
from jiping.programmes.transfer_subsidy.entitlements import NEW, RENEWAL
from jiping.programmes.transfer_subsidy.extension import extension_due
from jiping.programmes.transfer_subsidy.forecast import newcomers_before, renewal_forecast
from jiping.programmes.transfer_subsidy.people import CLAIM_TABLES
from jiping.programmes.transfer_subsidy.policy import policy_of
from jiping.programmes.transfer_subsidy.recovery import recoveries

_LEDGER = ("subsidy_payments",)
_EXTENSION = ("extension_allowances", "persons", "contributions", "subsidy_payments")
_SUBSIDY = (NEW.kind, RENEWAL.kind)


@indicator("TS01", "人", CLAIM_TABLES)
def qualified_people(tables: Tables, question: Question) -> Figure:
    """符合补助条件人数。

    缴费年度内符合新增缴费补助或续保补助全部条件的人数，每人一次。
    """
    return count(qualified(tables, question))


@indicator("TS02", "人", CLAIM_TABLES)
def new_people(tables: Tables, question: Question) -> Figure:
    """符合新增缴费补助条件人数。

    缴费年度内首次参保并缴满月数的人数。
    """
    due = qualified(tables, question)
    return count(due.filter(due.kind == NEW.kind))


@indicator("TS03", "人", CLAIM_TABLES)
def renewing_people(tables: Tables, question: Question) -> Figure:
    """符合续保补助条件人数。

    上一年度已领新增缴费补助、本缴费年度又缴满月数的人数。
    """
    due = qualified(tables, question)
    return count(due.filter(due.kind == RENEWAL.kind))


@indicator("TS04", "万元", _LEDGER)
def paid_subsidy(tables: Tables, question: Question) -> Figure:
    """参保补助发放金额。

    本期发放并已到账的新增缴费补助、续保补助之和。
    """
    credited = _credited(tables, question)
    return total(credited.filter(credited.kind.isin(_SUBSIDY)), "amount")


@indicator("TS05", "人", _LEDGER)
def paid_people(tables: Tables, question: Question) -> Figure:
    """参保补助发放人数。

    本期补助已到账的人数，每人一次。
    """
    credited = _credited(tables, question)
    return count(credited.filter(credited.kind.isin(_SUBSIDY)).select("person").distinct())


@indicator("TS06", "人", _LEDGER)
def extension_people(tables: Tables, question: Question) -> Figure:
    """延长缴费期生活费发放人数。

    本期生活费已到账的人数，每人一次。
    """
    credited = _credited(tables, question)
    return count(credited.filter(credited.kind == "extension").select("person").distinct())


@indicator("TS07", "万元", _LEDGER)
def paid_extension(tables: Tables, question: Question) -> Figure:
    """延长缴费期生活费发放金额。

    本期发放并已到账的延长缴费期生活费之和。
    """
    credited = _credited(tables, question)
    return total(credited.filter(credited.kind == "extension"), "amount")


@indicator("TS08", "万元", _LEDGER)
def paid_in_all(tables: Tables, question: Question) -> Figure:
    """补助资金发放总额。

    本期到账的参保补助，连同与本项目合并核算的延长缴费期生活费。
    """
    credited = _credited(tables, question)
    kinds = (*_SUBSIDY, "extension") if policy_of(question).holds("ts_extension_in_project") else _SUBSIDY
    return total(credited.filter(credited.kind.isin(kinds)), "amount")


@indicator("TS09", "%", CLAIM_TABLES)
def completion(tables: Tables, question: Question) -> Figure:
    """补助人数完成率。

    符合补助条件的人中，本期补助已到账的所占比例。
    """
    due = qualified(tables, question)
    return Figure(Part(due.semi_join(_of_year(_credited(tables, question), question), ["person", "kind"])), Part(due))


@indicator("TS10", "%", CLAIM_TABLES)
def correctness(tables: Tables, question: Question) -> Figure:
    """审核准确率。

    本期为本缴费年度批准的参保补助中，按全部记录重新核定仍符合条件的笔数所占比例。
    """
    approved = _of_year(_approved(tables, question), question)
    return Figure(Part(approved.semi_join(qualified(tables, question), ["person", "kind"])), Part(approved))


@indicator("TS11", "%", _LEDGER)
def arrival(tables: Tables, question: Question) -> Figure:
    """补助发放到位率。

    本期批准的补助和生活费中，到账金额与批准金额之比。
    """
    approved = _approved(tables, question)
    return quotient(Part(approved.filter(approved.credited_on.notnull()), "amount"), Part(approved, "amount"))


@indicator("TS12", "%", _LEDGER)
def promptness(tables: Tables, question: Question) -> Figure:
    """补助发放及时率。

    本期批准的补助和生活费中，在规定工作日内到账的笔数所占比例；没有到账的算未及时。
    """
    approved, days = _approved(tables, question), tables["working_days"]
    start = days.select(approved_on="day", start="number")
    end = days.select(credited_on="day", end="number")
    timed = approved.left_join(start, "approved_on").left_join(end, "credited_on")
    within = timed.end - timed.start <= policy_of(question).number("ts_prompt_working_days")
    return share(timed, within)


@indicator("TS13", "%", CLAIM_TABLES)
def renewal_rate(tables: Tables, question: Question) -> Figure:
    """续保率。

    上一缴费年度领取新增缴费补助的人中，本缴费年度符合续保补助条件的所占比例。
    """
    before = newcomers_before(tables["subsidy_payments"], policy_of(question))
    due = qualified(tables, question)
    return Figure(Part(before.semi_join(due.filter(due.kind == RENEWAL.kind), "person")), Part(before))


@indicator("TS14", "万元", _EXTENSION)
def extension_computed(tables: Tables, question: Question) -> Figure:
    """应发延长缴费期生活费。

    按登记和缴费记录计算，到本缴费年度末应发而以前年度未发的生活费之和。
    """
    return total(extension_due(tables, question), "amount")


@indicator("TS15", "元", CLAIM_TABLES)
def owed_back(tables: Tables, question: Question) -> Figure:
    """应追回补助金额。

    重复发放、不符合条件而发放，以及发放后死亡、退保、转出、转回居保的补助之和。
    """
    return total(recoveries(tables, question), "amount")


@indicator("TS16", "万元", CLAIM_TABLES)
def forecast(tables: Tables, question: Question) -> Figure:
    """下年度续保补助预测。

    本缴费年度新增人员的续保补助，乘以上年新增人员的续保率。
    """
    return total(renewal_forecast(tables, question), "expected")


def _approved(tables: Tables, question: Question) -> Table:
    """Return what was approved within the period."""
    payments = tables["subsidy_payments"]
    return payments.filter(payments.approved_on.between(question.period.first, question.period.last))


def _credited(tables: Tables, question: Question) -> Table:
    """Return what reached its payee within the period."""
    payments = tables["subsidy_payments"]
    return payments.filter(payments.credited_on.between(question.period.first, question.period.last))


def _of_year(payments: Table, question: Question) -> Table:
    """Return the subsidies for the policy's year; the same person and kind counts once."""
    year = policy_of(question).year
    return payments.filter(payments.contribution_year == year, payments.kind.isin(_SUBSIDY))
