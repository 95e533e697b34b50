"""CP06."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.likeness import likeness, most_alike
from jiping.checks.prose import section
from jiping.checks.quotation import quote
from jiping.checks.silence import says_none
from jiping.checks.sketch import bands
from jiping.domain.filing import Section, SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_OWN = (SectionName.PERFORMANCE, SectionName.PROBLEMS, SectionName.MEASURES)
_TRIED = 8  # filings compared with one; where a hundred share a text, the first few tell as much


def _marks(evaluation: Evaluation) -> Iterator[str]:
    for name, told in _own_sections(evaluation):
        for band in bands(told.text):
            yield f"{name}:{band}"


@check(code="CP06", severity=Severity.WARN, scope=Scope.ALL, marks=_marks)
def text_is_another_units(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """不同单位的成效、问题和措施不应大段相同。

    为何：单位不同，情况不会相同；大段相同说明套用了别处的文稿，内容便不可信。
    反例：甲、乙两个中心的“存在问题”只换了单位名称。
    正例：写本单位遇到的具体问题。
    说明：比较项目绩效、存在问题、整改措施；在排在后面的一份上报告，举出最相像的一句。
    """
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for number, evaluation in enumerate(evaluations):
        for name, told in _own_sections(evaluation):
            marks = [f"{name}:{band}" for band in bands(told.text)]
            tried = list(dict.fromkeys(each for mark in marks for each in seen[mark]))[:_TRIED]
            yield from _objection(evaluation, name, told, [evaluations[each] for each in tried])
            for mark in marks:
                if len(seen[mark]) < _TRIED:
                    seen[mark].append(number)


def _objection(
    evaluation: Evaluation, name: SectionName, told: Section, others: Sequence[Evaluation]
) -> Iterator[Objection]:
    texts = [
        (likeness(told.text, copied.text), copied.text, other.filing)
        for other in others
        if other.filing.unit != evaluation.filing.unit and (copied := section(other, name)) is not None
    ]
    share, text, filing = max(texts, key=lambda each: each[0], default=(0, "", evaluation.filing))
    if share >= evaluation.pack.thresholds["alike_units"]:
        alike = most_alike(told.text, text)
        yield Objection(
            where=told.heading,
            message=f"这一部分与{filing.unit}{quote(filing.label)}有 {int(share * 100)}% 相同，如{quote(alike.one)}，"
            f"对方写的是{quote(alike.other)}。",
            remedy="请按本单位的实际情况重写；确属统一文字的，请说明出处。",
            place=told.place,
            about=evaluation,
        )


def _own_sections(evaluation: Evaluation) -> Iterator[tuple[SectionName, Section]]:
    least = evaluation.pack.thresholds["comparable_text_length"]
    for name in _OWN:
        told = section(evaluation, name)
        if told is not None and len(told.text) >= least and not says_none(told.text, evaluation.pack):
            yield name, told
