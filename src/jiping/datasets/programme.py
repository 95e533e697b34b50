"""What a programme (业务) offers: the tables it reads, the indicators it proves."""

from collections.abc import Callable
from dataclasses import dataclass

from jiping.datasets.decision import Decisions
from jiping.datasets.figure import Figure
from jiping.datasets.payable import Payable
from jiping.datasets.question import Question, Tables
from jiping.rulepack.provenance import PRACTICE

Measure = Callable[[Tables, Question], Figure]
# from both sides of the figure and the population they are a sample of: what is printed behind it
Note = Callable[[int, int, int | None, Question], str]
_NOTHING_TO_DIVIDE_BY = "没有可以作分母的记录，算不出比值"


@dataclass(frozen=True, slots=True)
class ProgrammeIndicator:
    """One indicator a programme can prove.

    `title` and `sentence` come from the docstring: its name, then how it is computed, in words a clerk can check.
    `unit` is what is printed: %, 人, 份, 天, or 元 and 万元, into which fen are turned. `tables` are those the measure reads.
    `note` writes what belongs behind the figure, such as the sample it rests on. `places` names the pack's number of
    decimals, all of them printed, where the usual ones of the unit would say too much. `absent` is the reason given
    when there is no figure.
    """

    code: str
    title: str
    sentence: str
    unit: str
    basis: str
    tables: tuple[str, ...]
    measure: Measure
    note: Note | None = None
    places: str | None = None
    absent: str = _NOTHING_TO_DIVIDE_BY


def indicator(
    code: str,
    unit: str,
    tables: tuple[str, ...],
    basis: str = PRACTICE,
    *,
    note: Note | None = None,
    places: str | None = None,
    absent: str = _NOTHING_TO_DIVIDE_BY,
) -> Callable[[Measure], Measure]:
    """Mark a function as an indicator. Its docstring: the indicator's name, a blank line, how it is computed."""

    def declare(measure: Measure) -> Measure:
        title, _, sentence = (measure.__doc__ or "").strip().partition("\n")
        measure.__dict__["declared"] = ProgrammeIndicator(
            code,
            title.strip().removesuffix("。"),
            " ".join(sentence.split()),
            unit,
            basis,
            tables,
            measure,
            note,
            places,
            absent,
        )
        return measure

    return declare


@dataclass(frozen=True, slots=True)
class Programme:
    """One business and all tables it reads.

    What every business has, funds and satisfaction, is a programme too, and `shared`: its tables name the business.
    `decisions` is what it decides about persons, `payable` what it asks to be paid to them, if it does.
    """

    name: str
    title: str
    description: str
    tables: tuple[str, ...]
    shared: bool = False
    decisions: Decisions | None = None
    payable: Payable | None = None
