"""Work out a fact of an evaluation once, though many checks ask for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from jiping.scoring.score import Evaluation

T = TypeVar("T")
_KEPT = 256  # evaluations in turn; a unit's filings of one year fit in


def per_evaluation(function: Callable[[Evaluation], T]) -> Callable[[Evaluation], T]:
    """Remember the answers for the last evaluations, told apart by identity: comparing them would cost more."""
    answers: dict[int, tuple[Evaluation, T]] = {}

    @wraps(function)
    def remembered(evaluation: Evaluation) -> T:
        known = answers.get(id(evaluation))
        if known is not None and known[0] is evaluation:
            return known[1]
        answer = function(evaluation)
        if len(answers) >= _KEPT:
            answers.clear()
        answers[id(evaluation)] = (evaluation, answer)
        return answer

    return remembered
