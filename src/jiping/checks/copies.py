"""Whole sections that several filings share word for word."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from jiping.checks.prose import sections
from jiping.checks.quotation import quote
from jiping.checks.silence import says_none
from jiping.domain.filing import Section
from jiping.scoring.score import Evaluation

Copies = Mapping[tuple[str, str], Sequence[tuple[Evaluation, Section]]]


@lru_cache(maxsize=64)
def sections_by_text(evaluations: tuple[Evaluation, ...]) -> Copies:
    """Return who says what: section name and text without spaces → the filings, in order; 无 does not count."""
    found: dict[tuple[str, str], list[tuple[Evaluation, Section]]] = {}
    for evaluation in evaluations:
        for name, section in sections(evaluation):
            if not says_none(section.text, evaluation.pack):
                key = (name, "".join(section.text.split()))
                found.setdefault(key, []).append((evaluation, section))
    return found


def projects_named(evaluations: Iterable[Evaluation]) -> str:
    """Return the projects in a reader's words: the first three by name, and how many in all."""
    names = [each.filing.label for each in evaluations]
    shown = "".join(map(quote, names[:3]))
    return shown if len(names) <= 3 else f"{shown}等 {len(names)} 个项目"
