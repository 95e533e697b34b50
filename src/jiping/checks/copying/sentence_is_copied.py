"""CP01."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jiping.checks.check import Objection, Scope, check
from jiping.checks.copies import projects_named, sections_by_text
from jiping.checks.phrasebook import quote
from jiping.checks.prose import sentences
from jiping.checks.wordlist import any_of
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_FIGURE = re.compile(r"\d[\d.,]*")
_CLOSING = "。；;！!？?"


class _Said(NamedTuple):
    """A sentence where it stands."""

    evaluation: Evaluation
    section: Section
    text: str


@check(code="CP01", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def sentence_is_copied(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """不同项目的自评不应使用同一句话。

    为何：项目不同而话相同，是套用文稿；调查、成效、问题的说法便不可信。
    反例：六个项目都写“对本项目实施和整体社会效益及满意度等各项指标调查，基本情况是……”。
    正例：各写各的调查对象、份数和结果。
    说明：数字不同、句子开头不同的也算；每句只在第一个项目上报告一次，并列出其余项目。
    说明：结论、支出等表样固定的句子和引用文件的句子不算；整段相同的由 CP02 报告。
    """
    shared = [group for group in _by_ending(evaluations).values() if len(group) > 1]
    reported: set[str] = set()
    for group in sorted(shared, key=len, reverse=True):
        said = tuple(group.values())
        texts = {each.text for each in said}
        if reported.isdisjoint(texts):
            reported |= texts
            first, *others = said
            yield Objection(
                where=first.section.heading,
                message=f"{quote(first.text)}与{projects_named(each.evaluation for each in others)}的说法几乎相同。",
                remedy="请按本项目的实际情况改写。",
                place=first.section.place,
                about=first.evaluation,
            )


def _by_ending(evaluations: Sequence[Evaluation]) -> dict[str, dict[int, _Said]]:
    """Return the sentences that end alike: ending → filing → its first such sentence. One pass over the text."""
    groups: dict[str, dict[int, _Said]] = {}
    for copies in sections_by_text(evaluations).values():
        evaluation, section = copies[0]  # a section copied whole speaks once
        pack = evaluation.pack
        fixed = any_of(pack.words("form_sentence_words"))
        length = int(pack.thresholds["copied_text_length"])
        masked = sentences(_FIGURE.sub("0", section.text.replace(" ", "")))
        for sentence, shape in zip(sentences(section.text), masked, strict=True):
            endings = _endings(shape, length)
            if endings and not fixed.search(sentence):
                said = _Said(evaluation, section, sentence)
                for ending in endings:
                    groups.setdefault(ending, {}).setdefault(id(evaluation), said)
    return groups


def _endings(sentence: str, length: int) -> set[str]:
    """Return the last `length` characters of the sentence and of its clauses."""
    whole = sentence.rstrip(_CLOSING)
    return {piece[-length:] for piece in (whole, *whole.split("，")) if len(piece) >= length}
