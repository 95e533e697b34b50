"""Who sees a run, and who may do what with it."""

from django.db.models import QuerySet

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.policy import within
from jiping.web.runs.models import RunRecord, StepRecord


def visible_to(account: AccountRecord) -> QuerySet[RunRecord]:
    """Return the runs `account` may see: the only way in for every page."""
    return RunRecord.objects.filter(within(account)).select_related("unit", "asked_by")


def may_run(account: AccountRecord, run: RunRecord) -> bool:
    """Tell whether `account` carries out the run: a clerk of its unit."""
    return account.duty is Role.CLERK and account.unit_id == run.unit_id


def may_open(account: AccountRecord, step: StepRecord) -> bool:
    """Tell whether `account` has the role a step waits for, in the run's unit."""
    return bool(step.gate) and account.duty is Role(step.gate) and account.unit_id == step.run.unit_id


def require_clerk(account: AccountRecord) -> None:
    """Raise JipingError unless `account` may start runs."""
    if account.duty is not Role.CLERK:
        raise JipingError("办理业务由单位经办发起。", remedy="请转给本单位经办。")


def require_run(account: AccountRecord, run: RunRecord) -> None:
    if not may_run(account, run):
        raise JipingError("这次办理由本单位经办操作。", remedy="请转给经办；负责人只审批。")


def require_open(account: AccountRecord, step: StepRecord, hands: frozenset[int]) -> None:
    """Raise JipingError unless `account` may open the step: `hands` are those who did anything in the run before."""
    if not may_open(account, step):
        asked = Role(step.gate).label if step.gate else "系统"
        raise JipingError(f"“{step.title}”由本单位{asked}办理。", remedy=f"请转给{asked}。")
    if Role(step.gate) is Role.LEADER and account.pk in hands:
        raise JipingError(
            "经手的人不能审批同一份名单。", why="办理与审批须由不同的人。", remedy="请由另一位负责人审批。"
        )
