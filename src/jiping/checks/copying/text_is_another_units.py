"""CP06."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from jiping.checks.check import Objection, Scope, check
from jiping.checks.gathering import mark
from jiping.checks.likeness import likeness, most_alike
from jiping.checks.prose import section
from jiping.checks.quotation import quote
from jiping.checks.silence import says_none
from jiping.checks.sketch import bands
from jiping.domain.filing import Section, SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_OWN = (SectionName.PERFORMANCE, SectionName.PROBLEMS, SectionName.MEASURES)
_PLACES = {name: mark(name) for name in _OWN}  # what sets the bands of one section apart from those of another
_TRIED = 8  # filings compared with one, most bands shared first; where a hundred share a text, a few tell as much


class _Own(NamedTuple):
    """A section a unit writes for itself, with the marks of its text."""

    name: SectionName
    section: Section
    marks: tuple[int, ...]


def _marks(evaluation: Evaluation) -> Iterator[int]:
    return chain.from_iterable(own.marks for own in _own_sections(evaluation))


@check(code="CP06", severity=Severity.WARN, scope=Scope.ALL, marks=_marks)
def text_is_another_units(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """不同单位的成效、问题和措施不应大段相同。

    为何：单位不同，情况不会相同；大段相同说明套用了别处的文稿，内容便不可信。
    反例：甲、乙两个中心的“存在问题”只换了单位名称。
    正例：写本单位遇到的具体问题。
    说明：比较项目绩效、存在问题、整改措施；在排在后面的一份上报告，举出最相像的一句。
    """
    seen: defaultdict[int, list[int]] = defaultdict(list)
    for number, evaluation in enumerate(evaluations):
        for own in _own_sections(evaluation):
            likely = Counter(each for band in own.marks for each in seen[band]).most_common(_TRIED)
            yield from _objection(evaluation, own.name, own.section, [evaluations[each] for each, _ in likely])
            for band in own.marks:
                if len(seen[band]) < _TRIED:
                    seen[band].append(number)


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
        theirs = "，对方一字不差" if alike.one == alike.other else f"，对方写的是{quote(alike.other)}"
        yield Objection(
            where=told.heading,
            message=f"这一部分与{filing.unit}{quote(filing.label)}有 {int(share * 100)}% 相同，如{quote(alike.one)}{theirs}。",
            remedy="请按本单位的实际情况重写；确属统一文字的，请说明出处。",
            place=told.place,
            about=evaluation,
        )


@lru_cache(maxsize=256)
def _own_sections(evaluation: Evaluation) -> Sequence[_Own]:
    least = evaluation.pack.thresholds["comparable_text_length"]
    told = [
        (name, own)
        for name in _OWN
        if (own := section(evaluation, name)) is not None
        and len(own.text) >= least
        and not says_none(own.text, evaluation.pack)
    ]
    if not told:
        return ()
    marked = zip(told, bands([own.text for _, own in told]), strict=True)
    return [_Own(name, own, tuple([band ^ _PLACES[name] for band in of_text])) for (name, own), of_text in marked]
