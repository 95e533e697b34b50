"""The shape of a safe repair: a function from a filing to the mended filing, its docstring the reason."""

from collections.abc import Callable
from dataclasses import dataclass

from jiping.domain.filing import Filing
from jiping.scoring.score import Evaluation

Mend = Callable[[Evaluation], Filing]


@dataclass(frozen=True, slots=True)
class Repair:
    """A registered repair: the codes of the checks it answers, its title, how it mends."""

    codes: tuple[str, ...]
    title: str
    name: str
    mend: Mend


def repair(*codes: str) -> Callable[[Mend], Mend]:
    """Declare the function as the repair of its module; it answers the checks with these codes.

    A repair never touches what a person stated as a fact: targets, actuals, amounts, names, points of a row.
    What it cannot mend with certainty it leaves as it is.
    """

    def mark(function: Mend) -> Mend:
        function.__dict__["answers"] = codes
        return function

    return mark
