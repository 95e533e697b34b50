"""Who sees a project, who prepares it and who decides on it."""

from django.db.models import QuerySet

from jiping.domain.errors import JipingError
from jiping.domain.project import PREPARED, ProjectState
from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.policy import within
from jiping.web.projects.models import ProjectRecord


def visible_to(account: AccountRecord) -> QuerySet[ProjectRecord]:
    """Return the projects `account` may see: the only way in for every page."""
    return ProjectRecord.objects.filter(within(account)).select_related("unit", "unit__parent")


def may_prepare(account: AccountRecord, project: ProjectRecord) -> bool:
    """Tell whether `account` may change the set-up now: the unit's clerk, before it is sent or after it came back."""
    return _own(account, Role.CLERK, project) and ProjectState(project.state) in PREPARED


def may_decide(account: AccountRecord, project: ProjectRecord) -> bool:
    """Tell whether `account` may decide on what the unit's clerks ask: its leader."""
    return _own(account, Role.LEADER, project)


def may_report(account: AccountRecord, project: ProjectRecord) -> bool:
    """Tell whether `account` may hand in what happens in an approved project: the unit's clerk."""
    return _own(account, Role.CLERK, project) and project.state == ProjectState.APPROVED


def require_prepare(account: AccountRecord, project: ProjectRecord) -> None:
    if not may_prepare(account, project):
        raise JipingError(
            "项目现在不能修改。", remedy=f"它的状态是“{project.state}”，只有本单位经办在编制中或退回后能改。"
        )


def require_decide(account: AccountRecord, project: ProjectRecord) -> None:
    if not may_decide(account, project):
        raise JipingError("您不能审批这个项目。", remedy="请由本单位负责人审批。")


def require_report(account: AccountRecord, project: ProjectRecord) -> None:
    if not may_report(account, project):
        raise JipingError("现在不能办理。", remedy="目标调整和监控由本单位经办在项目批准后办理。")


def _own(account: AccountRecord, role: Role, project: ProjectRecord) -> bool:
    return account.duty is role and account.unit_id == project.unit_id
