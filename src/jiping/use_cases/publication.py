"""What of a filing is shown to everybody: the chosen parts only."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from jiping.domain.document import Document
from jiping.domain.filing import Filing, Indicator, Narrative, SectionName, SignOff
from jiping.domain.masking import masked
from jiping.layouts.draw.page import draw
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation, RowScore
from jiping.use_cases.attached import attachment


class Part(StrEnum):
    """What can be shown or kept back; name of project and unit, year, expenditure, score and grade are always shown."""

    FUNDS = "funds"
    SCORES = "scores"
    ACTUALS = "actuals"
    REASONS = "reasons"
    OVERVIEW = "overview"
    EVALUATION = "evaluation"
    PERFORMANCE = "performance"
    PROBLEMS = "problems"
    MEASURES = "measures"
    EVIDENCE = "evidence"
    SIGN_OFF = "sign_off"


@dataclass(frozen=True, slots=True)
class Offer:
    """A part as the pack offers it for choice."""

    part: Part
    title: str
    default: bool


def offers(pack: RulePack) -> tuple[Offer, ...]:
    """Return the parts in the pack's order."""
    rows = pack.table("publication_parts")
    return tuple(Offer(Part(str(row["part"])), str(row["title"]), bool(row["default"])) for row in rows)


def disclosed(evaluation: Evaluation, parts: Collection[Part]) -> Filing:
    """Return the filing with nothing in it but the chosen parts; identity numbers are masked in any case.

    Scores are those the unit stated; only where it stated none are they the computed ones.
    """
    filing = evaluation.filing
    kept = {name: section for name, section in filing.narrative.sections() if Part(name.value) in parts}
    shown = replace(
        filing,
        narrative=Narrative(**{SectionName(name).value: section for name, section in kept.items()}),
        rows=tuple(shown_row(_scored(each), parts) for each in evaluation.rows),
        funds=filing.funds if Part.FUNDS in parts else (),
        sign_off=filing.sign_off if Part.SIGN_OFF in parts else SignOff(),
        total_score=evaluation.total if filing.total_score is None else filing.total_score,
        level_weights=filing.level_weights if Part.SCORES in parts else (),
        waivers=(),
        doubts=(),
        place=None,
    )
    return masked(shown)


def page_of(filing: Filing, evaluation: Evaluation) -> Document:
    """Return a disclosed filing on its official form, with the same data attached for machines.

    Where the rules have no form of its kind it is drawn on their first one: what is public must be readable as a paper.
    """
    drawn = [layout for layout in evaluation.pack.layouts.values() if layout.parts]
    layout = next((each for each in drawn if each.form is filing.form), drawn[0])
    return replace(draw(filing, layout, evaluation.grade), attachment=attachment(filing))


def _scored(scored: RowScore) -> Indicator:
    return replace(scored.row, score=scored.points) if scored.row.score is None else scored.row


def shown_row(row: Indicator, parts: Collection[Part]) -> Indicator:
    """Return the row with nothing in it but the chosen parts; its levels are always shown."""
    scores, actuals = Part.SCORES in parts, Part.ACTUALS in parts
    return replace(
        row,
        target=row.target if actuals else None,
        actual=row.actual if actuals else None,
        weight=row.weight if scores else None,
        score=row.score if scores else None,
        reason=row.reason if Part.REASONS in parts else None,
        evidence=row.evidence if Part.EVIDENCE in parts else (),
        place=None,
    )
