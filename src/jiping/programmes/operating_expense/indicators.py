"""What the running of the counters can prove."""

import ibis

from jiping.datasets.figure import Figure, Part, amount, count, quotient, share
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.programmes.operating_expense.terms import countable, timed, working_day_number

_TIMED = ("case_suspensions", "cases")
_LAW = "social_insurance_agency_regulations"


@indicator("OE01", "件", ("cases",))
def accepted(tables: Tables, question: Question) -> Figure:
    """业务受理量

    本年受理的业务件数；同一业务从几个渠道重复提交的只算一件。
    """
    return count(countable(tables, question).filter(question.covers(ibis._.accepted_on)))


@indicator("OE02", "%", _TIMED, basis=_LAW)
def completed(tables: Tables, question: Question) -> Figure:
    """业务完成率

    办结期限在本年内届满、本年受理的业务中，年末前已办结的件数除以应办结的件数；期限未到和仍在中止的不计。
    """
    due = timed(tables, question).filter(
        question.covers(ibis._.accepted_on), ibis._.due <= working_day_number(tables, question)
    )
    return share(due, due.closed_on <= question.period.last)


@indicator("OE03", "%", _TIMED, basis=_LAW)
def closed_in_time(tables: Tables, question: Question) -> Figure:
    """业务办结及时率

    本年办结的业务中，办理时间不超过法定工作日数的件数除以办结的件数；补正、鉴定等中止的工作日不算在内。
    """
    closed = timed(tables, question).filter(question.covers(ibis._.closed_on))
    return share(closed, closed.taken.between(0, closed.allowed))


@indicator("OE04", "个工作日", _TIMED)
def mean_days(tables: Tables, question: Question) -> Figure:
    """平均办理用时

    本年办结的有法定时限的业务，从受理次日到办结的工作日数的平均数，中止的日子除外。
    """
    closed = timed(tables, question).filter(question.covers(ibis._.closed_on))
    return quotient(Part(closed, "taken"), Part(closed.filter(closed.taken.notnull())))


@indicator("OE05", "%", ("case_samples",))
def done_right(tables: Tables, question: Question) -> Figure:
    """业务质量达标率

    本年抽查的业务中没有差错的件数除以抽查的件数。
    """
    checked = tables["case_samples"].filter(question.covers(ibis._.checked_on))
    return share(checked, ~checked.wrong)


@indicator("OE06", "%", ("ratings",))
def rated_well(tables: Tables, question: Question) -> Figure:
    """好差评满意率

    本年服务对象自己作出的评价中，满意和非常满意的占比；到期未评、系统默认的好评不算。
    """
    own = tables["ratings"].filter(question.covers(ibis._.rated_on), ~ibis._.by_default)
    return share(own, own.rating.isin(question.pack.words("oe_satisfied")))


@indicator("OE07", "%", ("ratings",))
def rated_by_default(tables: Tables, question: Question) -> Figure:
    """默认好评占比

    本年全部评价中，到期未评、系统默认的占比；占比高说明满意率的代表性不足。
    """
    given = tables["ratings"].filter(question.covers(ibis._.rated_on))
    return share(given, given.by_default)


@indicator("OE08", "元/件", ("cases", "expenditures"))
def unit_cost(tables: Tables, question: Question) -> Figure:
    """单件业务成本

    本年本项目的支出除以本年办结的业务件数。
    """
    paid = tables["expenditures"].filter(question.covers(ibis._.paid_on), ibis._.programme == question.programme)
    return quotient(amount(paid, "amount"), Part(countable(tables, question).filter(question.covers(ibis._.closed_on))))


@indicator("OE09", "%", ("case_samples",), basis="social_insurance_agency_regulations_46")
def recovered(tables: Tables, question: Question) -> Figure:
    """差错追回率

    本年抽查发现多付的金额中已经追回的金额占比。
    """
    overpaid = tables["case_samples"].filter(question.covers(ibis._.checked_on), ibis._.overpaid > 0)
    return quotient(amount(overpaid, "recovered"), amount(overpaid, "overpaid"))


@indicator("OE10", "件", ("cases",))
def reopened(tables: Tables, question: Question) -> Figure:
    """重新受理件数

    本年受理的业务中，由以前退回或办结的业务重新提起的件数。
    """
    return count(countable(tables, question).filter(question.covers(ibis._.accepted_on), ibis._.reopened.notnull()))
