"""Problems proposed from what was missed, each with the measure that answers it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jiping.domain.money import plain
from jiping.drafting.prose import Prose, fill, join
from jiping.drafting.quote import name_of, quote, row_words
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation
from jiping.scoring.spending import total_line


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was not achieved, and the measure proposed against it."""

    statement: Prose
    answer: Prose


def problems(evaluation: Evaluation, known: Mapping[str, str]) -> Prose:
    """Return the numbered problems; nothing is called free of problems while a row cannot be judged."""
    stated = numbered(problem.statement for problem in found(evaluation, known))
    return join([*stated, *_unclear(evaluation)] or [_text(evaluation, "problems_none")], "\n")


def measures(evaluation: Evaluation, known: Mapping[str, str]) -> Prose:
    """Return one numbered measure for each problem."""
    answers = numbered(problem.answer for problem in found(evaluation, known))
    closing = "measures_unclear" if any(row.met is None for row in evaluation.rows) else "measures_none"
    return join(answers or [_text(evaluation, closing)], "\n")


def found(evaluation: Evaluation, known: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return the problems the figures prove: missed targets, and money not spent."""
    return (*_missed(evaluation, known), *_unspent(evaluation, known))


def numbered(pieces: Iterable[Prose]) -> Sequence[Prose]:
    return [Prose(f"{number}. ") + piece for number, piece in enumerate(pieces, start=1)]


def _missed(evaluation: Evaluation, known: Mapping[str, str]) -> Iterator[Problem]:
    templates = evaluation.pack.drafts
    for row in evaluation.rows:
        if row.met is False:
            words = row_words(row, known, templates)
            yield Problem(fill(templates[f"missed_{row.kind}"], words), fill(templates["measure_missed"], words))


def _unspent(evaluation: Evaluation, known: Mapping[str, str]) -> Iterator[Problem]:
    line = total_line(evaluation.filing.funds, evaluation.pack)
    least = evaluation.pack.thresholds["low_execution"]
    if line is None or line.full_year is None or line.executed is None or line.full_year.yuan <= 0:
        return
    judged_by_a_row = any(row.kind is IndicatorKind.EXECUTION for row in evaluation.rows)
    if not judged_by_a_row and Fraction(line.executed.yuan) / Fraction(line.full_year.yuan) < Fraction(least):
        words = {name: quote(name, known) for name in ("budget", "executed")}
        words["least"] = Prose(f"{plain(least * 100)}%")
        templates = evaluation.pack.drafts
        yield Problem(fill(templates["unspent"], words), fill(templates["measure_unspent"], words))


def _unclear(evaluation: Evaluation) -> Iterator[Prose]:
    names = [name_of(row) for row in evaluation.rows if row.met is None]
    if names:
        yield fill(evaluation.pack.drafts["unclear"], {"names": Prose("、".join(names))})


def _text(evaluation: Evaluation, name: str) -> Prose:
    return Prose(evaluation.pack.drafts[name])
