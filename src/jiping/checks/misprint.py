"""Objections to wording that a phrase table of the pack calls faulty, each with its row's fault and advice."""

from collections.abc import Iterator

from jiping.checks.check import Objection
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import occurrences
from jiping.checks.quotation import around, quote
from jiping.scoring.score import Evaluation


def misprints(evaluation: Evaluation, entry: str) -> Iterator[Objection]:
    """Yield an objection for every place in the narrative where the table `entry` finds a fault."""
    book = phrasebook(evaluation.pack, entry)
    for section, match in occurrences(book.pattern, evaluation):
        yield Objection(
            where=section.heading,
            message=f"{quote(around(section.text, match))}：{book.row(match)['fault']}。",
            remedy=f"{book.row(match)['advice']}。",
            place=section.place,
        )
