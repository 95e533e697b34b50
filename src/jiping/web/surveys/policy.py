"""Who sees a survey and who carries it out."""

from django.db.models import QuerySet

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.policy import within
from jiping.web.surveys.models import SurveyRecord, SurveyState


def visible_to(account: AccountRecord) -> QuerySet[SurveyRecord]:
    """Return the surveys `account` may see: the only way in for every page of staff."""
    return SurveyRecord.objects.filter(within(account)).select_related("unit", "asked_by")


def may_conduct(account: AccountRecord, survey: SurveyRecord) -> bool:
    """Tell whether `account` hands out, enters and closes now: a clerk of the unit, while the survey is open."""
    own = account.duty is Role.CLERK and account.unit_id == survey.unit_id
    return own and survey.state == SurveyState.OPEN


def require_conduct(account: AccountRecord, survey: SurveyRecord) -> None:
    if not may_conduct(account, survey):
        raise JipingError(
            "这项调查现在不能由您办理。",
            remedy=f"它的状态是“{survey.state}”，只有本单位经办在调查中能发放、录入和结束。",
        )


def require_clerk(account: AccountRecord) -> None:
    if account.duty is not Role.CLERK:
        raise JipingError("满意度调查由单位经办发起。", remedy="请转给本单位经办。")
