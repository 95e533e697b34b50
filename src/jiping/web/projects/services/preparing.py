"""Set a project up: why, for how much, and how it was assessed beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.fen import fen_of_product, yuan_text
from jiping.domain.roles import Role
from jiping.use_cases.goal_rules import aspects, outcomes
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.projects.models import AspectRecord, CostRecord, ProjectRecord
from jiping.web.projects.policy import require_prepare
from jiping.web.projects.selectors import pack_of

WORDS = ("legal_basis", "need", "goal", "started", "finished")
YEARS_BACK = 10


@dataclass(frozen=True, slots=True)
class Cost:
    """A line of the estimate as a person gives it: price in fen, volume in `measure`, and where the price comes from."""

    item: str
    unit_fen: int
    volume: Decimal
    measure: str
    standard: str


@transaction.atomic
def project_create(*, name: str, year: int, actor: AccountRecord, at: datetime) -> ProjectRecord:
    """Begin a project of the actor's unit. Raises JipingError for a name the unit already has that year."""
    if actor.duty is not Role.CLERK:
        raise JipingError("您不能新设项目。", remedy="请由本单位经办新设。")
    if not name.strip():
        raise JipingError("没有写项目名称。", remedy="请写预算批复中的项目名称。")
    if not at.year - YEARS_BACK <= year <= at.year + 1:
        raise JipingError(
            f"不能新设 {year} 年度的项目。", remedy=f"年度请写 {at.year - YEARS_BACK} 至 {at.year + 1} 之间的年份。"
        )
    if ProjectRecord.objects.filter(unit=actor.unit, year=year, name=name.strip()).exists():
        raise JipingError(f"本单位 {year} 年度已有“{name.strip()}”。", remedy="请打开已有的项目继续编制。")
    project = ProjectRecord.objects.create(unit=actor.unit, year=year, name=name.strip(), saved_at=at)
    event_append(act="新设项目", subject=str(project), actor=actor, at=at)
    return project


@transaction.atomic
def project_describe(
    *, project: ProjectRecord, words: Mapping[str, str], version: int, actor: AccountRecord, at: datetime
) -> ProjectRecord:
    """Write why and when. Raises JipingError when somebody saved since `version` was read."""
    locked = _locked(project, actor)
    if locked.version != version:
        raise JipingError("别人刚刚改过这个项目。", remedy="请看过现在的内容再改。")
    before = {name: getattr(locked, name) for name in WORDS}
    after = {name: words[name].strip() for name in WORDS}
    for name, text in after.items():
        setattr(locked, name, text)
    locked.version += 1
    locked.saved_at = at
    locked.save()
    changed = [name for name in WORDS if before[name] != after[name]]
    event_append(
        act="填写立项",
        subject=str(locked),
        actor=actor,
        at=at,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    return locked


@transaction.atomic
def cost_add(*, project: ProjectRecord, cost: Cost, actor: AccountRecord, at: datetime) -> CostRecord:
    """Add a line to the estimate; the amount follows from price and volume."""
    locked = _locked(project, actor)
    if not cost.item.strip() or not cost.standard.strip():
        raise JipingError("测算没有写全。", remedy="请写支出事项和标准来源（文件、合同或询价）。")
    if cost.unit_fen <= 0 or cost.volume <= 0:
        raise JipingError("单价和数量要大于零。", remedy="请写实际的单价和数量。")
    fen = fen_of_product(cost.unit_fen, cost.volume)
    if locked.costs.filter(item=cost.item.strip()).exists():
        raise JipingError(f"测算里已有“{cost.item.strip()}”。", remedy="请先删去原来的一行，或换个事项名称。")
    line = CostRecord.objects.create(
        project=locked,
        item=cost.item.strip(),
        unit_fen=cost.unit_fen,
        volume=cost.volume,
        measure=cost.measure.strip(),
        standard=cost.standard.strip(),
    )
    told = {"单价": yuan_text(cost.unit_fen), "数量": f"{cost.volume:f}", "金额": yuan_text(fen)}
    event_append(act="增加测算", subject=f"{locked} {line.item}", actor=actor, at=at, after=told)
    return line


@transaction.atomic
def cost_remove(*, project: ProjectRecord, cost: int, actor: AccountRecord, at: datetime) -> None:
    """Take a line out of the estimate."""
    locked = _locked(project, actor)
    line = locked.costs.get(pk=cost)
    event_append(
        act="删去测算", subject=f"{locked} {line.item}", actor=actor, at=at, before={"金额": yuan_text(line.fen)}
    )
    line.delete()


@transaction.atomic
def assessment_save(
    *, project: ProjectRecord, texts: Mapping[str, str], outcome: str, actor: AccountRecord, at: datetime
) -> None:
    """Write the ex-ante assessment: a text an aspect, and the conclusion."""
    locked = _locked(project, actor)
    pack = pack_of(locked)
    if outcome and outcome not in outcomes(pack):
        raise JipingError(f"没有“{outcome}”这种评估结论。", remedy=f"可选：{'、'.join(outcomes(pack))}。")
    told = {aspect: texts.get(aspect, "").strip() for aspect, _ in aspects(pack)}
    before = {each.aspect: each.text for each in locked.aspects.all()}
    for aspect, text in told.items():
        AspectRecord.objects.update_or_create(project=locked, aspect=aspect, defaults={"text": text})
    former, locked.outcome = locked.outcome, outcome
    locked.saved_at = at
    locked.save(update_fields=["outcome", "saved_at"])
    event_append(
        act="事前评估",
        subject=str(locked),
        actor=actor,
        at=at,
        before=before | {"结论": former},
        after=told | {"结论": outcome},
    )


def _locked(project: ProjectRecord, actor: AccountRecord) -> ProjectRecord:
    locked = ProjectRecord.objects.select_for_update().get(pk=project.pk)
    require_prepare(actor, locked)
    return locked
