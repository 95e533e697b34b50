"""Begin a project of this year as it stood last year."""

from datetime import datetime

from django.db import transaction

from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.projects.models import CostRecord, ProjectRecord, TargetRecord
from jiping.web.projects.services.preparing import project_create


@transaction.atomic
def project_roll_over(*, former: ProjectRecord, actor: AccountRecord, at: datetime) -> ProjectRecord:
    """Return a new project of the following year with the estimate and targets of `former`.

    The assessment and the dates are not taken over: they are of last year and must be said anew.
    """
    project = project_create(name=former.name, year=former.year + 1, actor=actor, at=at)
    project.legal_basis, project.need, project.goal = former.legal_basis, former.need, former.goal
    project.rolled_from = former
    project.save()
    CostRecord.objects.bulk_create(
        CostRecord(
            project=project,
            item=each.item,
            unit_fen=each.unit_fen,
            volume=each.volume,
            measure=each.measure,
            standard=each.standard,
        )
        for each in former.costs.all()
    )
    TargetRecord.objects.bulk_create(
        TargetRecord(
            project=project,
            level1=each.level1,
            level2=each.level2,
            level3=each.level3,
            target=each.target,
            weight=each.weight,
        )
        for each in former.targets.all()
    )
    event_append(act="沿用上年项目", subject=str(project), actor=actor, at=at, after={"from": str(former)})
    return project
