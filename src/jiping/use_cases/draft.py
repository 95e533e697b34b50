"""Draft the narrative of a filing from its facts."""

from dataclasses import replace

from jiping.domain.filing import Filing, Narrative, Section
from jiping.drafting.draft import draft as draft_narrative
from jiping.scoring.score import Evaluation


def draft(evaluation: Evaluation) -> Filing:
    """Return the filing with a draft for every section that is empty or still a draft; what a person wrote stays."""
    written = {
        name.value: section
        for name, section in evaluation.filing.narrative.sections()
        if not _is_open(section, evaluation.pack.drafts["mark"])
    }
    narrative: Narrative = replace(draft_narrative(evaluation), **written)
    return replace(evaluation.filing, narrative=narrative)


def redraft(evaluation: Evaluation) -> Filing:
    """Return the filing with all five sections drafted anew; what stood there before is replaced."""
    return replace(evaluation.filing, narrative=draft_narrative(evaluation))


def _is_open(section: Section, mark: str) -> bool:
    text = section.text.strip()
    return not text or mark in text
