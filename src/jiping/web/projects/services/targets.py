"""Declare what a project is to achieve."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.projects.models import ProjectRecord, TargetRecord
from jiping.web.projects.policy import require_prepare


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator as a person declares it."""

    level1: str
    level2: str
    level3: str
    target: str
    weight: Decimal


def weight_from(text: str) -> Decimal:
    """Return the points a person typed. Raises JipingError for anything but a number from 0 to 9999."""
    try:
        weight = Decimal(text.strip())
    except InvalidOperation:
        weight = Decimal("NaN")
    if not weight.is_finite() or not 0 <= weight < 10_000 or weight != round(weight, 2):
        raise JipingError(f"“{text.strip()}”不是分值。", remedy="请写数，最多两位小数，如 10。")
    return weight


@transaction.atomic
def target_add(*, project: ProjectRecord, target: Target, actor: AccountRecord, at: datetime) -> TargetRecord:
    """Add an indicator. Whether it is a good one the checks say, not this."""
    locked = ProjectRecord.objects.select_for_update().get(pk=project.pk)
    require_prepare(actor, locked)
    if not (target.level1.strip() and target.level2.strip() and target.level3.strip()):
        raise JipingError("指标没有写全。", remedy="请写一级、二级、三级指标。")
    record = TargetRecord.objects.create(
        project=locked,
        level1=target.level1.strip(),
        level2=target.level2.strip(),
        level3=target.level3.strip(),
        target=target.target.strip(),
        weight=target.weight,
    )
    event_append(
        act="申报指标",
        subject=f"{locked} {record.level3}",
        actor=actor,
        at=at,
        after={"target": record.target, "weight": f"{record.weight:f}"},
    )
    return record


@transaction.atomic
def target_save(
    *, project: ProjectRecord, pk: int, target: str, weight: Decimal, actor: AccountRecord, at: datetime
) -> TargetRecord:
    """Change value and weight of an indicator while the project is being prepared."""
    record = _locked(project, pk, actor)
    before = {"target": record.target, "weight": f"{record.weight:f}"}
    record.target, record.weight = target.strip(), weight
    record.save(update_fields=["target", "weight"])
    event_append(
        act="修改指标",
        subject=f"{project} {record.level3}",
        actor=actor,
        at=at,
        before=before,
        after={"target": record.target, "weight": f"{weight:f}"},
    )
    return record


@transaction.atomic
def target_remove(*, project: ProjectRecord, pk: int, actor: AccountRecord, at: datetime) -> None:
    """Take an indicator out while the project is being prepared."""
    record = _locked(project, pk, actor)
    before = {"target": record.target, "weight": f"{record.weight:f}"}
    event_append(act="删去指标", subject=f"{project} {record.level3}", actor=actor, at=at, before=before)
    record.delete()


def _locked(project: ProjectRecord, pk: int, actor: AccountRecord) -> TargetRecord:
    locked = ProjectRecord.objects.select_for_update().get(pk=project.pk)
    require_prepare(actor, locked)
    return TargetRecord.objects.get(project=locked, pk=pk)
