"""Change targets in the middle of a year; what they were before is never lost."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.finding import Severity
from jiping.domain.project import ChangeState
from jiping.use_cases.goal_rules import lint
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.projects.convert import filing_from
from jiping.web.projects.models import AdjustmentLineRecord, AdjustmentRecord, ProjectRecord, TargetRecord
from jiping.web.projects.policy import require_decide, require_report

Wanted = Mapping[int, tuple[str, Decimal]]


@transaction.atomic
def adjustment_ask(
    *, project: ProjectRecord, wanted: Wanted, reason: str, actor: AccountRecord, at: datetime
) -> AdjustmentRecord:
    """Ask for new values and weights, by target; unchanged ones are left out. Raises JipingError without reason or change."""
    locked = ProjectRecord.objects.select_for_update().get(pk=project.pk)
    require_report(actor, locked)
    if not reason.strip():
        raise JipingError("调整要写明原因。", remedy="请写清什么变了、依据是什么。")
    if locked.adjustments.filter(state=ChangeState.ASKED).exists():
        raise JipingError("已有一次调整在等审批。", remedy="请等负责人审批后再提下一次。")
    targets = list(locked.targets.all())
    changed = [each for each in targets if each.pk in wanted and wanted[each.pk] != (each.target, each.weight)]
    if not changed:
        raise JipingError("没有改动任何指标。", remedy="请改写要调整的指标值或分值。")
    _require_sound(locked, targets, wanted)
    adjustment = AdjustmentRecord.objects.create(project=locked, reason=reason.strip(), asked_by=actor, asked_at=at)
    AdjustmentLineRecord.objects.bulk_create(_line(adjustment, each, wanted) for each in changed)
    _note("申请调整目标", adjustment, actor, at)
    return adjustment


@transaction.atomic
def adjustment_decide(
    *, adjustment: AdjustmentRecord, approve: bool, opinion: str, actor: AccountRecord, at: datetime
) -> AdjustmentRecord:
    """Let a change take effect, or refuse it with an opinion. Raises JipingError for whoever asked."""
    locked = AdjustmentRecord.objects.select_for_update().get(pk=adjustment.pk)
    require_decide(actor, locked.project)
    if locked.state != ChangeState.ASKED:
        raise JipingError(f"这次调整已经“{locked.state}”。", remedy="不用再审批。")
    if locked.asked_by_id == actor.pk:
        raise JipingError("申请人不能自己审批。", remedy="请由另一位负责人办理。")
    if not approve and not opinion.strip():
        raise JipingError("不同意要写明意见。", remedy="请写清理由。")
    locked.state = ChangeState.APPROVED if approve else ChangeState.REFUSED
    locked.decided_by, locked.decided_at, locked.opinion = actor, at, opinion.strip()
    locked.save()
    if approve:
        for line in locked.lines.select_related("target"):
            line.target.target, line.target.weight = line.new_target, line.new_weight
            line.target.save(update_fields=["target", "weight"])
    _note("批准调整目标" if approve else "不同意调整目标", locked, actor, at)
    return locked


def _require_sound(project: ProjectRecord, targets: list[TargetRecord], wanted: Wanted) -> None:
    filing = filing_from(project)
    rows = zip(filing.rows, targets, strict=True)
    after = tuple(
        replace(row, target=wanted[each.pk][0], weight=wanted[each.pk][1]) if each.pk in wanted else row
        for row, each in rows
    )
    grave = [each for each in lint([replace(filing, rows=after)]).findings if each.severity is Severity.BLOCK]
    if grave:
        raise JipingError("".join(f"{each.where}：{each.message}" for each in grave), remedy=grave[0].remedy)


def _line(adjustment: AdjustmentRecord, target: TargetRecord, wanted: Wanted) -> AdjustmentLineRecord:
    new_target, new_weight = wanted[target.pk]
    return AdjustmentLineRecord(
        adjustment=adjustment,
        target=target,
        old_target=target.target,
        old_weight=target.weight,
        new_target=new_target,
        new_weight=new_weight,
    )


def _note(act: str, adjustment: AdjustmentRecord, actor: AccountRecord, at: datetime) -> None:
    lines = list(adjustment.lines.select_related("target"))
    event_append(
        act=act,
        subject=str(adjustment.project),
        actor=actor,
        at=at,
        before={each.target.level3: f"{each.old_target}（{each.old_weight:f} 分）" for each in lines},
        after={each.target.level3: f"{each.new_target}（{each.new_weight:f} 分）" for each in lines}
        | {"原因": adjustment.reason, "意见": adjustment.opinion},
    )
