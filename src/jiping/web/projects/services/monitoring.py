"""Hand in a monitoring: money is taken from the books, goals are told, gaps are explained and acted on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.rulepack.pack import RulePack
from jiping.use_cases.goal_rules import monitoring_dates, outlooks
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.projects.models import MonitoringRecord, ProgressRecord, ProjectRecord
from jiping.web.projects.policy import require_report
from jiping.web.projects.selectors import pack_of
from jiping.web.projects.warnings import Progress, warnings_of


@dataclass(frozen=True, slots=True)
class Told:
    """How far one target is, as the clerk tells it; `percent` of the year's target."""

    target: int
    done: str
    percent: Decimal
    outlook: str
    cause: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is done about the warnings: one of the pack's choices, the act, who and until when."""

    choice: str = ""
    act: str = ""
    owner: str = ""
    due: date | None = None


@transaction.atomic
def monitoring_hand_in(
    *, project: ProjectRecord, month: int, told: Sequence[Told], remedy: Remedy, actor: AccountRecord, at: datetime
) -> MonitoringRecord:
    """Keep a monitoring. Raises JipingError for a doubt without cause, or a warning without a corrective act."""
    locked = ProjectRecord.objects.select_for_update().get(pk=project.pk)
    require_report(actor, locked)
    pack = pack_of(locked)
    name = next((each.name for each in monitoring_dates(pack, locked.year) if each.month == month), None)
    if name is None:
        raise JipingError(f"没有截至 {month} 月的监控。", remedy="请选规则包规定的监控时点。")
    if locked.monitorings.filter(month=month).exists():
        raise JipingError(f"“{name}”已经报过。", remedy="有变化的，请在下一次监控中说明。")
    weights = {each.pk: each.weight for each in locked.targets.all()}
    _require_told(told, weights, pack)
    goals = tuple((each.percent, weights[each.target]) for each in told)
    found = warnings_of(Progress(month, locked.summary_budget, locked.summary_spent, goals), pack)
    if found:
        _require_remedy(remedy, found, pack)
    monitoring = MonitoringRecord.objects.create(
        project=locked,
        name=name,
        month=month,
        budget_fen=locked.summary_budget,
        spent_fen=locked.summary_spent,
        choice=remedy.choice,
        act=remedy.act.strip(),
        owner=remedy.owner.strip(),
        due=remedy.due,
        handed_by=actor,
        handed_at=at,
    )
    ProgressRecord.objects.bulk_create(
        ProgressRecord(
            monitoring=monitoring,
            target_id=each.target,
            done=each.done.strip(),
            percent=each.percent,
            outlook=each.outlook,
            cause=each.cause,
            reason=each.reason.strip(),
        )
        for each in told
    )
    after = {"budget": locked.summary_budget, "spent": locked.summary_spent, "warnings": list(found), "act": remedy.act}
    event_append(act="报送监控", subject=f"{locked} {name}", actor=actor, at=at, after=after)
    return monitoring


def _require_told(told: Sequence[Told], weights: dict[int, Decimal], pack: RulePack) -> None:
    if {each.target for each in told} != set(weights) or len(told) != len(weights):
        raise JipingError("还有指标没有填进度。", remedy="请逐项填写执行情况、进度和完成可能性。")
    known, causes = outlooks(pack), pack.words("deviation_causes")
    for each in told:
        if not each.done.strip() or not 0 <= each.percent <= 999 or each.outlook not in known:
            raise JipingError(
                "有一项进度没有填全。", remedy=f"请写执行情况，进度写百分数，可能性选{'、'.join(known)}。"
            )
        if known[each.outlook] and (each.cause not in causes or not each.reason.strip()):
            raise JipingError(
                f"“{each.done}”一项不能确定完成，没有写偏差原因。", remedy=f"请选{'、'.join(causes)}之一，并写明原因。"
            )


def _require_remedy(remedy: Remedy, warnings: Sequence[str], pack: RulePack) -> None:
    choices = pack.words("corrective_choices")
    if remedy.choice not in choices or not (remedy.act.strip() and remedy.owner.strip() and remedy.due):
        raise JipingError(
            "".join(warnings),
            why="有预警要写整改措施。",
            remedy=f"请选处理方式（{'、'.join(choices)}），写明措施、责任人和期限。",
        )
