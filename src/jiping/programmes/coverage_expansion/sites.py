"""Construction sites that must be insured as projects before work begins (先参保再开工)."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables


def due(tables: Tables, question: Question) -> Table:
    """Return the projects permitted in the period that must be insured: not exempt, not given up, each project once."""
    return tables["construction_projects"].filter(
        question.covers(ibis._.permitted_on),
        ~ibis._.exempt,
        ibis._.phase_of.isnull(),
        ibis._.cancelled_on.isnull() | (ibis._.cancelled_on > question.period.last),
    )


def insured(projects: Table, question: Question) -> Table:
    return projects.filter(projects.insured_on <= question.period.last)
