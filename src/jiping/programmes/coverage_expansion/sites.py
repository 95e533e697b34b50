"""Construction sites that must be insured as projects before work begins (先参保再开工)."""

from ibis.expr.types import BooleanValue, Table

from jiping.datasets.condition import condition, judge
from jiping.datasets.question import Question, Tables


@condition("CE51", "practice", sees=("permitted_on",))
def was_permitted(projects: Table, question: Question) -> BooleanValue:
    """本年取得施工许可。

    其他年度许可的项目，按许可的年度核定；许可日期登记有误的，凭施工许可证更正。
    """
    return question.covers(projects.permitted_on)


@condition("CE52", "practice", sees=("exempt",))
def is_not_exempt(projects: Table, _question: Question) -> BooleanValue:
    """没有登记为不需按项目参保。

    登记有误的，凭施工合同申请更正后重新核定。
    """
    return ~projects.exempt


@condition("CE53", "practice", sees=("phase_of",))
def is_a_first_phase(projects: Table, _question: Question) -> BooleanValue:
    """不是分期许可的后续各期。

    后续各期随首期项目一并参保，不另核定；首期编号登记有误的，申请更正。
    """
    return projects.phase_of.isnull()


@condition("CE54", "practice", sees=("cancelled_on",))
def was_not_given_up(projects: Table, question: Question) -> BooleanValue:
    """到本年最后一天项目没有取消。

    取消登记有误的，申请更正后重新核定。
    """
    return projects.cancelled_on.isnull() | (projects.cancelled_on > question.period.last)


@condition("CE55", "practice", sees=("insured_on",))
def was_insured(projects: Table, question: Question) -> BooleanValue:
    """到本年最后一天已按项目参加工伤保险。

    尚未参保的，按合同总价缴费参保；已参保未登记的，补登参保日期。
    """
    return projects.insured_on <= question.period.last


@condition("CE56", "practice", sees=("insured_on", "started_on"))
def was_insured_first(projects: Table, _question: Question) -> BooleanValue:
    """参保不晚于开工。

    已经开工后才参保的不能改变；开工或参保日期登记有误的，凭证件更正。
    """
    return projects.started_on.isnull() | (projects.insured_on <= projects.started_on)


DUE = (was_permitted, is_not_exempt, is_a_first_phase, was_not_given_up)
INSURED_FIRST = (was_insured, was_insured_first)


def projects(tables: Tables, _question: Question) -> Table:
    """Return every project of the register."""
    return tables["construction_projects"]


def due(tables: Tables, question: Question) -> Table:
    """Return the projects permitted in the period that must be insured: not exempt, not given up, each project once."""
    judged = judge(projects(tables, question), DUE, question)
    return judged.filter(judged.eligible).drop("failed", "eligible")


def insured(projects: Table, question: Question) -> Table:
    return projects.filter(was_insured.holds(projects, question))
