"""From a project's targets to the filing they will be answered in."""

from decimal import Decimal

from jiping.domain.filing import Filing, Indicator
from jiping.domain.money import plain
from jiping.web.projects.models import ProjectRecord


def filing_from(project: ProjectRecord) -> Filing:
    """Return the year's filing as it begins: targets and weights stand, nothing is achieved and no money is spent yet."""
    return Filing(
        project=project.name,
        unit=project.unit.name,
        year=project.year,
        department=project.unit.parent.name if project.unit.parent else None,
        started=project.started or None,
        finished=project.finished or None,
        rows=tuple(
            Indicator(each.level1, each.level2, each.level3, target=each.target, weight=Decimal(plain(each.weight)))
            for each in project.targets.all()
        ),
    )
