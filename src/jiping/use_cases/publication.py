"""What of a filing is shown to everybody, and whether it may be: the chosen parts only, searched for personal data."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from jiping.domain.document import Document
from jiping.domain.filing import Filing, Indicator, Narrative, SectionName, SignOff
from jiping.domain.masking import identity_numbers, masked
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


@dataclass(frozen=True, slots=True)
class Concern:
    """Why something must not be shown: where it stands, what was found (masked), what to do."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}：{self.what}。{self.remedy}"


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
        rows=tuple(_row(_scored(each), parts) for each in evaluation.rows),
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


def concerns(evaluation: Evaluation, parts: Collection[Part]) -> tuple[Concern, ...]:
    """Return what speaks against showing the parts, in reading order; empty when they may be shown."""
    unmasked = replace(evaluation.filing, waivers=(), doubts=())
    searched = _Search(evaluation.pack)
    return tuple(
        each for where, text in _texts(unmasked, frozenset(parts)) if text for each in searched.in_text(where, text)
    )


def _scored(scored: RowScore) -> Indicator:
    return replace(scored.row, score=scored.points) if scored.row.score is None else scored.row


def _row(row: Indicator, parts: Collection[Part]) -> Indicator:
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


def _texts(filing: Filing, parts: frozenset[Part]) -> Iterator[tuple[str, str | None]]:
    yield "项目名称", filing.project
    yield "填报单位", filing.unit
    for name, section in filing.narrative.sections():
        if Part(name.value) in parts:
            yield section.heading, section.text
    for row in filing.rows:
        shown = _row(row, parts)
        told = (shown.level3, shown.target, shown.actual, shown.reason, *map(str, shown.evidence))
        yield row.level3, "\n".join(filter(None, told))
    if Part.SIGN_OFF in parts:
        foot = filing.sign_off
        yield "落款", "\n".join(filter(None, (foot.head, foot.preparer, foot.phone)))


class _Search:
    """The patterns of one pack, compiled once for all texts of a filing."""

    def __init__(self, pack: RulePack) -> None:
        rows = pack.table("privacy_patterns")
        self._kinds = [(str(row["name"]), re.compile(str(row["pattern"])), str(row["remedy"])) for row in rows]

    def in_text(self, where: str, text: str) -> Iterator[Concern]:
        for number in identity_numbers(text):
            yield Concern(where, f"写有身份证号码 {masked(number)}", "请删去号码，或只写人数。")
        for name, pattern, remedy in self._kinds:
            for found in dict.fromkeys(each.group() for each in pattern.finditer(text)):
                yield Concern(where, f"写有{name} {_veiled(found)}", remedy)


def _veiled(found: str) -> str:
    """Return a finding one may show: enough to be recognised at its place, not enough to be used."""
    kept = 3 if len(found) > 6 else 1
    return f"{found[:kept]}{'*' * (len(found) - kept)}"
