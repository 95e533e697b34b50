"""Who sees a project's money and who may move it: asking, approving and paying are never one person's."""

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.funds.models import PaymentRecord
from jiping.web.projects.models import ProjectRecord

_NOT_YOURS = "出纳、审核、申请由不同的人办理（会计法第三十五条、经办条例第三十七条）。"


def may_book(account: AccountRecord, project: ProjectRecord) -> bool:
    """Tell whether `account` may book and ask: a clerk of the project's unit."""
    return account.duty is Role.CLERK and account.unit_id == project.unit_id


def require_book(account: AccountRecord, project: ProjectRecord) -> None:
    if not may_book(account, project):
        raise JipingError("您不能办理这个项目的资金。", remedy="记账、申请付款和支付由本单位经办办理。")


def not_approving(account: AccountRecord, payment: PaymentRecord) -> str:
    """Return why `account` may not approve the payment; empty when it may."""
    if account.duty is not Role.LEADER or account.unit_id != payment.line.project.unit_id:
        return "付款由本单位负责人审批。"
    if account.pk == payment.asked_by_id:
        return "申请人不能审批自己的付款。"
    if account.pk in {each.leader_id for each in payment.approvals.all()}:
        return "您已经签批，还要另一位负责人签批。"
    return ""


def not_paying(account: AccountRecord, payment: PaymentRecord) -> str:
    """Return why `account` may not pay; empty when it may."""
    if account.duty is not Role.CLERK or account.unit_id != payment.line.project.unit_id:
        return "支付由本单位出纳办理。"
    if account.pk == payment.asked_by_id:
        return "申请人不能支付自己申请的款项。"
    if account.pk in {each.leader_id for each in payment.approvals.all()}:
        return "审批人不能支付。"
    return ""


def require(reason: str) -> None:
    """Raise JipingError with `reason`, unless there is none."""
    if reason:
        raise JipingError(reason, why=_NOT_YOURS, remedy="请由另一位有权办理的人办。")
