"""What must hold on a day for finance to bear its interest: each condition is judged on every segment."""

import ibis
from ibis.expr.types import BooleanValue, Table

from jiping.datasets.condition import condition
from jiping.datasets.question import Question
from jiping.programmes.loan_interest_subsidy.terms import terms_of


@condition("LI51", "practice", sees=("local_household", "moved_away_on"), entries=("li_household", "li_after_move"))
def belongs_here(segments: Table, question: Question) -> BooleanValue:
    """借款人是本市户籍，没有迁出。

    户籍登记有误的，凭户口簿申请更正；迁出之日起的利息由本人负担。
    """
    terms = terms_of(question)
    if terms.is_("li_household", "any"):
        return ibis.literal(True)
    if terms.is_("li_after_move", "continue"):
        return segments.local_household | segments.moved_away_on.notnull()
    still_here = segments.moved_away_on.isnull() | (segments.day < segments.moved_away_on)
    return (segments.local_household | segments.moved_away_on.notnull()) & still_here


@condition("LI52", "practice", sees=("proven", "proven_at_contract"), entries=("li_proof",))
def is_in_hardship(segments: Table, question: Question) -> BooleanValue:
    """有有效的困难认定证明。

    请补交签订合同时有效的困难认定证明；已过期的申请重新认定。
    """
    if terms_of(question).is_("li_proof", "throughout"):
        return segments.proven > 0
    return segments.proven_at_contract


@condition("LI53", "practice", sees=("months_left",), entries=("li_months_before_pension", "pension_age"))
def was_near_pension_age(segments: Table, question: Question) -> BooleanValue:
    """签订合同时未到法定退休年龄，且距退休年龄不超过规定的月数。

    距退休年龄更远的，到规定的月数以内再申请。
    """
    return segments.months_left.between(0, terms_of(question).number("li_months_before_pension"))


@condition("LI54", "practice", sees=("principal",), entries=("li_principal_cap",))
def is_below_the_cap(segments: Table, question: Question) -> BooleanValue:
    """贷款本金余额不超过上限。

    还到上限以内以后，从还款之日起恢复贴息。
    """
    return segments.principal <= terms_of(question).fen("li_principal_cap")


@condition("LI55", "practice", sees=("grace_over",), entries=("li_grace_end", "pension_age"))
def is_in_grace(segments: Table, _question: Question) -> BooleanValue:
    """在宽限期内，还没有到领取基本养老金的年龄。

    进入偿还期以后的利息由本人负担。
    """
    return segments.day < segments.grace_over


@condition("LI56", "practice", sees=("died_on",), entries=("li_after_death",))
def is_alive(segments: Table, question: Question) -> BooleanValue:
    """借款人没有死亡。

    死亡登记有误的，申请更正；死亡以后的本息按合同由个人账户余额等偿还。
    """
    if terms_of(question).is_("li_after_death", "continue"):
        return ibis.literal(True)
    return segments.died_on.isnull() | (segments.day <= segments.died_on)


@condition("LI57", "practice", sees=("overdue",))
def is_not_overdue(segments: Table, _question: Question) -> BooleanValue:
    """没有逾期。

    逾期期间的利息由本人负担，还清逾期的本息以后恢复贴息。
    """
    return segments.overdue == 0


@condition("LI58", "practice", sees=("supported",), entries=("li_double_support",))
def has_no_double_support(segments: Table, question: Question) -> BooleanValue:
    """当月没有同时享受灵活就业社会保险补贴（按本地口径，可只作提示）。

    停止享受社保补贴的次月起恢复贴息。
    """
    if terms_of(question).is_("li_double_support", "flag"):
        return ibis.literal(True)
    return segments.supported == 0


@condition("LI59", "practice", sees=("early",), entries=("li_early_repayment",))
def has_not_repaid_early(segments: Table, question: Question) -> BooleanValue:
    """没有提前还款（按本地口径，可只减少贴息本金）。

    提前还款以后是否继续贴息，由本地规定。
    """
    if terms_of(question).is_("li_early_repayment", "reduce"):
        return ibis.literal(True)
    return segments.early == 0


@condition("LI60", "practice", sees=("rate", "principal"))
def is_recorded(segments: Table, _question: Question) -> BooleanValue:
    """台账有当日执行的利率，还款没有超过放款。

    请补录利率记录或更正放款、还款明细后重新计算。
    """
    return (segments.rate > 0) & (segments.principal > 0)


CONDITIONS = (
    belongs_here,
    is_in_hardship,
    was_near_pension_age,
    is_below_the_cap,
    is_in_grace,
    is_alive,
    is_not_overdue,
    has_no_double_support,
    has_not_repaid_early,
    is_recorded,
)
