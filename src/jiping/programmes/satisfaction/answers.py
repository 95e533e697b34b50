"""The answers that count, and what each is worth."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.satisfaction.questionnaire import questionnaire_of


def surveys(tables: Tables, question: Question) -> Table:
    """Return the surveys about the project's year."""
    asked = tables["surveys"]
    return asked.filter((asked.programme == question.programme) & (asked.year == question.period.year))


def invitations(tables: Tables, question: Question) -> Table:
    """Return what was sent out in those surveys."""
    return tables["survey_invitations"].semi_join(surveys(tables, question), "survey")


def counted(tables: Tables, question: Question) -> Table:
    """Return `placed` without the group: what a receipt opens must not show the one answer of a small group."""
    return placed(tables, question).drop("stratum")


def placed(tables: Tables, question: Question) -> Table:
    """Return one row for each respondent whose answer to the satisfaction question counts, with his `stratum`.

    It counts when marked valid, one of the options of the scale, and given before the survey closed. A survey with
    fewer of them than the smallest group has none: too few to stay unknown. Adds `satisfied` and `points` (0 to 100).
    """
    about = surveys(tables, question).select("survey", "closed_on")
    given = tables["survey_answers"].join(about, "survey")
    answered = given.filter(
        (given.programme == question.programme)
        & (given.question == questionnaire_of(question.pack).deciding.code)
        & given.valid
        & (given.answered_on <= given.closed_on)
    )
    return _numerous(_valued(answered, question), smallest_group(question))


def smallest_group(question: Question) -> int:
    """Return how many must answer alike for nobody to be recognised."""
    return int(question.pack.thresholds["sv_smallest_group"])


def _valued(answers: Table, question: Question) -> Table:
    """Return the answers that are options of the scale, with what each is worth."""
    options = questionnaire_of(question.pack).options
    points = {each.label: each.points for each in options}
    satisfied = [each.label for each in options if each.satisfied]
    known = answers.filter(answers.option.isin(list(points)))
    return known.mutate(
        satisfied=known.option.isin(satisfied),
        points=known.option.substitute(points, else_=0).cast("int64"),
    )


def _numerous(answers: Table, least: int) -> Table:
    enough = answers.group_by("survey").agg(answers=answers.count()).filter(ibis._.answers >= least)
    return answers.semi_join(enough, "survey")
