"""What was achieved, in figures: every row whose target and actual are both measured."""

from collections.abc import Mapping

from jiping.drafting.prose import Prose, fill, join
from jiping.drafting.quote import row_words
from jiping.scoring.score import Evaluation


def results(evaluation: Evaluation, known: Mapping[str, str]) -> Prose:
    """Return the measured results in the order of the table, missed ones included, or the pack's blank for none."""
    templates = evaluation.pack.drafts
    rows = [row for row in evaluation.rows if row.target.is_measured and row.actual.is_measured]
    stated = [fill(templates["result"], row_words(row, known, templates)) for row in rows]
    return join(stated, "；") + Prose("。") if stated else Prose(templates["results_none"])
