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
    """Return one row for each respondent whose answer to the satisfaction question counts.

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
    return _in_groups(_valued(answered, question), "survey", question)


def groups(tables: Tables, question: Question) -> Table:
    """Return `stratum`, `answers`, `satisfied` for each group that is large enough to be shown.

    Where a single group is too small, the next smallest is withheld with it: the total would betray the one.
    """
    by_size = ibis.window(order_by=[ibis._.answers, ibis._.stratum])
    least = int(question.pack.thresholds["sv_smallest_group"])
    answers = counted(tables, question)
    sized = answers.group_by("stratum").agg(answers=answers.count(), satisfied=answers.satisfied.cast("int64").sum())
    ranked = sized.mutate(place=ibis.row_number().over(by_size), small=(ibis._.answers < least).cast("int64"))
    told = ranked.mutate(smalls=ibis._.small.sum().over(ibis.window()))
    betraying = (told.smalls == 1) & (told.place <= 1)
    return told.filter((told.small == 0) & ~betraying).select("stratum", "answers", "satisfied")


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


def _in_groups(answers: Table, by: str, question: Question) -> Table:
    least = int(question.pack.thresholds["sv_smallest_group"])
    enough = answers.group_by(by).agg(answers=answers.count()).filter(ibis._.answers >= least)
    return answers.semi_join(enough, by)
