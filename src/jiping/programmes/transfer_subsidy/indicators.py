"""The figures this programme proves: here what is due, owed back and expected; what was paid comes from `paid`."""

from jiping.datasets.figure import Figure, Part, count, total
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.benefit import qualified
from jiping.programmes.transfer_subsidy.entitlements import NEW, RENEWAL
from jiping.programmes.transfer_subsidy.extension import extension_due
from jiping.programmes.transfer_subsidy.forecast import newcomers_before, renewal_forecast
from jiping.programmes.transfer_subsidy.paid import (
    approved_in,
    arrival,
    credited_in,
    extension_people,
    of_year,
    paid_extension,
    paid_in_all,
    paid_people,
    paid_subsidy,
    promptness,
)
from jiping.programmes.transfer_subsidy.people import CLAIM_TABLES
from jiping.programmes.transfer_subsidy.policy import policy_of
from jiping.programmes.transfer_subsidy.recovery import recoveries

__all__ = [
    "arrival",
    "extension_people",
    "paid_extension",
    "paid_in_all",
    "paid_people",
    "paid_subsidy",
    "promptness",
]

_EXTENSION = ("extension_allowances", "persons", "contributions", "subsidy_payments")


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


@indicator("TS09", "%", CLAIM_TABLES)
def completion(tables: Tables, question: Question) -> Figure:
    """补助人数完成率。

    符合补助条件的人中，本期补助已到账的所占比例。
    """
    due = qualified(tables, question)
    return Figure(Part(due.semi_join(of_year(credited_in(tables, question), question), ["person", "kind"])), Part(due))


@indicator("TS10", "%", CLAIM_TABLES)
def correctness(tables: Tables, question: Question) -> Figure:
    """审核准确率。

    本期为本缴费年度批准的参保补助中，按全部记录重新核定仍符合条件的笔数所占比例。
    """
    approved = of_year(approved_in(tables, question), question)
    return Figure(Part(approved.semi_join(qualified(tables, question), ["person", "kind"])), Part(approved))


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
