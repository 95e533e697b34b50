"""Answers group by group and option by option, as far as nobody can be recognised by them."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.satisfaction.answers import counted, placed, smallest_group


def groups(tables: Tables, question: Question) -> Table:
    """Return `stratum`, `answers`, `satisfied` for each group that may be shown.

    Groups that are too small are withheld, and with them the next smallest ones until those withheld are numerous
    enough together: else the total would betray them.
    """
    answers = placed(tables, question)
    sized = answers.group_by("stratum").agg(answers=answers.count(), satisfied=answers.satisfied.cast("int64").sum())
    least = smallest_group(question)
    so_far = ibis.cumulative_window(order_by=[sized.answers, sized.stratum])
    ranked = sized.mutate(
        before=sized.answers.sum().over(so_far) - sized.answers, smallest=sized.answers.min().over(ibis.window())
    )
    shown = (ranked.smallest >= least) | ((ranked.answers >= least) & (ranked.before >= least))
    return ranked.filter(shown).select("stratum", "answers", "satisfied")


def tally(tables: Tables, question: Question) -> Table:
    """Return `question`, `option`, `answers`: how often each option was ticked by the respondents who count."""
    respondents = counted(tables, question).select("survey", "respondent")
    ticked = tables["survey_answers"].semi_join(respondents, ["survey", "respondent"])
    return ticked.group_by("question", "option").agg(answers=ticked.count())
