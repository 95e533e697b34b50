"""Draft the five sections of a narrative from what a filing states and how it scored."""

from collections.abc import Mapping

from jiping.domain.filing import Narrative, Section, SectionName
from jiping.drafting.problems import measures, problems
from jiping.drafting.prose import Prose, fill
from jiping.drafting.quote import blank, quote
from jiping.drafting.results import results
from jiping.rulepack.headings import heading
from jiping.scoring.facts import FACTS, facts
from jiping.scoring.score import Evaluation


def draft(evaluation: Evaluation) -> Narrative:
    """Return all five sections, each marked as a draft, with every figure bound to its fact.

    What the filing is silent about is left as a visible blank. Raises PackFault for a template that cannot be filled.
    """
    pack, form = evaluation.pack, evaluation.filing.form
    words = _words(evaluation)
    sections = {}
    for name in SectionName:
        prose = fill(pack.drafts["mark"] + pack.drafts[name], words)
        sections[name] = Section(heading(pack, form, name), prose.text, prose.bound)
    return Narrative(**sections)


def _words(evaluation: Evaluation) -> Mapping[str, Prose]:
    known, templates = facts(evaluation), evaluation.pack.drafts
    quoted = {
        fact.name: quote(fact.name, known) if fact.name in known else blank(fact.label, templates) for fact in FACTS
    }
    composed = {
        "results_list": results(evaluation, known),
        "problems_list": problems(evaluation, known),
        "measures_list": measures(evaluation, known),
    }
    return {**quoted, **composed}
