"""Whether something may be shown to everybody: no personal data in the parts chosen."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from jiping.domain.filing import Filing
from jiping.domain.masking import identity_numbers, masked
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation
from jiping.use_cases.publication import Part, shown_row


@dataclass(frozen=True, slots=True)
class Concern:
    """Why something must not be shown: where it stands, what was found (masked), what to do."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}：{self.what}。{self.remedy}"


def concerns(evaluation: Evaluation, parts: Collection[Part]) -> tuple[Concern, ...]:
    """Return what speaks against showing the parts, in reading order; empty when they may be shown."""
    unmasked = replace(evaluation.filing, waivers=(), doubts=())
    searched = _Search(evaluation.pack)
    return tuple(
        each for where, text in _texts(unmasked, frozenset(parts)) if text for each in searched.in_text(where, text)
    )


def _texts(filing: Filing, parts: frozenset[Part]) -> Iterator[tuple[str, str | None]]:
    yield "项目名称", filing.project
    yield "填报单位", filing.unit
    for name, section in filing.narrative.sections():
        if Part(name.value) in parts:
            yield section.heading, section.text
    for row in filing.rows:
        shown = shown_row(row, parts)
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
