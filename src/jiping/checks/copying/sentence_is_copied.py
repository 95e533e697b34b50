"""CP01."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jiping.checks.check import Objection, Scope, check
from jiping.checks.copies import projects_named, sections_by_text
from jiping.checks.prose import sentences
from jiping.checks.quotation import quote
from jiping.checks.wordlist import any_word
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_FIGURE = re.compile(r"\d[\d.,]*")
_STOP = re.compile(r"[。；;！!？?\n]")
# ending → filing → the section in which it is first said
Groups = dict[str, dict[Evaluation, Section]]


@check(code="CP01", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def sentence_is_copied(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """不同项目的自评不应使用同一句话。

    为何：项目不同而话相同，是套用文稿；调查、成效、问题的说法便不可信。
    反例：六个项目都写“对本项目实施和整体社会效益及满意度等各项指标调查，基本情况是……”。
    正例：各写各的调查对象、份数和结果。
    说明：数字不同、句子开头不同的也算；每句只在第一个项目上报告一次，并列出其余项目。
    说明：结论、支出等表样固定的句子和引用文件的句子不算；整段相同的由 CP02 报告。
    """
    pack = evaluations[0].pack
    fixed = any_word(pack, "form_sentence_words")
    groups = _shared_endings(evaluations, int(pack.thresholds["copied_text_length"]))
    reported: set[str] = set()
    for ending, sayers in sorted(groups.items(), key=lambda each: len(each[1]), reverse=True):
        (evaluation, section), *others = sayers.items()
        sentence = _sentence(section, ending)
        if sentence not in reported and not fixed.search(sentence):
            reported.update(_sentence(each, ending) for each in sayers.values())
            yield Objection(
                where=section.heading,
                message=f"{quote(sentence)}与{projects_named(other for other, _ in others)}的说法几乎相同。",
                remedy="请按本项目的实际情况改写。",
                place=section.place,
                about=evaluation,
            )


def _shared_endings(evaluations: Sequence[Evaluation], length: int) -> Groups:
    """Return what several filings end a sentence or a clause with, and who does, in the order first said."""
    first: dict[str, tuple[Evaluation, Section]] = {}
    shared: Groups = {}
    for copies in sections_by_text(tuple(evaluations)).values():
        said = evaluation, section = copies[0]  # a section copied whole speaks once
        for ending in _endings(section.text, length):
            known = first.setdefault(ending, said)
            if known[0] is not evaluation:
                shared.setdefault(ending, dict([known])).setdefault(evaluation, section)
    return {ending: shared[ending] for ending in first if ending in shared}


def _endings(text: str, length: int) -> Iterator[str]:
    """Yield the last characters of every sentence and clause that is as long as that."""
    for sentence in _STOP.split(_shape(text)):
        if len(sentence) >= length:
            yield sentence[-length:]
            yield from (clause[-length:] for clause in sentence.split("，")[:-1] if len(clause) >= length)


def _shape(text: str) -> str:
    return _FIGURE.sub("0", text.replace(" ", ""))


def _sentence(section: Section, ending: str) -> str:
    return next((sentence for sentence, shape in _shapes(section.text) if ending in shape), ending)


@lru_cache(maxsize=1024)
def _shapes(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((each, _shape(each)) for each in sentences(text))
