"""Draft the narrative of a filing from its facts."""

from dataclasses import replace

from jiping.domain.filing import Filing
from jiping.drafting.draft import draft as draft_narrative
from jiping.scoring.score import Evaluation


def draft(evaluation: Evaluation) -> Filing:
    """Return the filing with all five sections drafted anew; what stood there before is replaced."""
    return replace(evaluation.filing, narrative=draft_narrative(evaluation))
