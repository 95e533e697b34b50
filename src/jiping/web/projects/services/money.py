"""The copies of a project's money that lists and monitoring look at; `funds` calls this in each booking."""

from jiping.web.projects.models import ProjectRecord


def project_money_note(*, project: ProjectRecord, budget: int, received: int, spent: int) -> None:
    """Write the three sums in fen. Must be called inside the booking's own transaction, which leaves the mark."""
    ProjectRecord.objects.filter(pk=project.pk).update(
        summary_budget=budget, summary_received=received, summary_spent=spent
    )
