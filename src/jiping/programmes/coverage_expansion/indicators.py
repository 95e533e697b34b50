"""What extending coverage can prove."""

import ibis

from jiping.datasets.figure import Figure, Part, amount, count, quotient, share, total
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.programmes.coverage_expansion import sites
from jiping.programmes.coverage_expansion.half_day import timed
from jiping.programmes.coverage_expansion.insured import changes, counted, newly_insured
from jiping.programmes.coverage_expansion.premiums import arrears, current, payers
from jiping.programmes.coverage_expansion.tasks import achievements

_PEOPLE = ("insurances", "persons")
_TASKS = ("coverage_tasks", "insurances", "persons")
_SITES = ("construction_projects",)
_PREMIUMS = ("collections",)
_PAYERS = ("contributions", "insurances")
_TONGZHOU = "construction_injury_insurance"


@indicator("CE01", "人次", _PEOPLE)
def net_growth(tables: Tables, question: Question) -> Figure:
    """净增参保

    年末参保数减去上年末参保数；各险种分别计数相加，规则包可改为每人只算一次。死亡的不再算参保。
    """
    return total(counted(changes(tables, question), question), "change")


@indicator("CE02", "人次", _PEOPLE)
def joined(tables: Tables, question: Question) -> Figure:
    """新增参保

    本年首次参加该险种、年末仍在参保的人次。
    """
    return count(newly_insured(counted(changes(tables, question), question), question))


@indicator("CE03", "%", _TASKS)
def tasks_reached(tables: Tables, question: Question) -> Figure:
    """扩面任务完成率

    各镇（街道）各险种按任务所写口径（净增或新增）完成的人次之和，除以任务数之和。
    """
    reached = achievements(tables, question)
    return quotient(Part(reached, "achieved"), Part(reached, "task"))


@indicator("CE04", "%", _TASKS)
def towns_on_target(tables: Tables, question: Question) -> Figure:
    """扩面任务达标率

    完成数不少于任务数的任务项数除以任务项数；一个镇超额不能抵另一个镇的欠额。
    """
    reached = achievements(tables, question)
    return share(reached, reached.achieved >= reached.task)


@indicator("CE05", "%", _SITES, basis=_TONGZHOU)
def sites_insured(tables: Tables, question: Question) -> Figure:
    """建筑业新开工项目工伤参保率

    本年取得施工许可、应按项目参保的工程中，年末前已参保的项目数占比；免予参保、已取消的不计，分期许可算一个项目。
    """
    due = sites.due(tables, question)
    return share(due, due.insured_on <= question.period.last)


@indicator("CE06", "%", _SITES, basis=_TONGZHOU)
def sites_insured_by_value(tables: Tables, question: Question) -> Figure:
    """建筑业新开工项目工伤参保率（按合同额）

    应按项目参保的工程中，已参保项目的合同总价占比。
    """
    due = sites.due(tables, question)
    return quotient(amount(sites.insured(due, question), "contract"), amount(due, "contract"))


@indicator("CE07", "%", _SITES, basis=_TONGZHOU)
def insured_before_start(tables: Tables, question: Question) -> Figure:
    """先参保率

    应参保、已参保并已开工的项目中，参保日期不晚于开工日期的占比。
    """
    begun = sites.insured(sites.due(tables, question), question).filter(ibis._.started_on <= question.period.last)
    return share(begun, begun.insured_on <= begun.started_on)


@indicator("CE08", "%", ("startups",))
def half_day(tables: Tables, question: Question) -> Figure:
    """“半日通”办成率

    本年受理的企业开办中，受理到办成不超过半个工作日的占比；午休、夜间、休息日和节假日不计时，未办成的算没有办成。
    """
    accepted = timed(tables, question)
    return share(accepted, accepted.minutes.between(0, int(question.pack.thresholds["ce_half_day_minutes"])))


@indicator("CE09", "%", _PREMIUMS, basis="social_insurance_law_59")
def collected(tables: Tables, question: Question) -> Figure:
    """当年征缴率

    本年入库的本年所属期保费除以本年所属期应收保费；清欠另计。
    """
    due = current(tables, question)
    return quotient(amount(due, "paid"), amount(due, "due"))


@indicator("CE10", "%", _PREMIUMS)
def arrears_collected(tables: Tables, question: Question) -> Figure:
    """清欠率

    本年收回的以前所属期欠费除以年初欠费。
    """
    owed = arrears(tables, question)
    return quotient(amount(owed, "paid"), amount(owed, "due"))


@indicator("CE11", "%", _PREMIUMS)
def collected_with_arrears(tables: Tables, question: Question) -> Figure:
    """综合征缴率

    本年入库的本年保费与清欠之和，除以本年应收保费与年初欠费之和。
    """
    everything = current(tables, question).union(arrears(tables, question).select(*current(tables, question).columns))
    return quotient(amount(everything, "paid"), amount(everything, "due"))


@indicator("CE12", "%", _PAYERS)
def stopped_paying(tables: Tables, question: Question) -> Figure:
    """断缴率

    本年参加企业职工基本养老保险的人员中，应缴而缺缴达到规定月数的占比；退费的月份算缺缴。
    """
    insured = payers(tables, question)
    return share(insured, insured.missing >= int(question.pack.thresholds["ce_gap_months"]))


@indicator("CE13", "%", _PEOPLE)
def stayed(tables: Tables, question: Question) -> Figure:
    """续保率

    上年末参保的人次中年末仍参保的占比，各险种分别计。
    """
    insured = changes(tables, question).filter(ibis._.was == 1)
    return share(insured, insured.now == 1)
