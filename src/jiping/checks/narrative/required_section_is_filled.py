"""NA14."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA14", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def required_section_is_filled(evaluation: Evaluation) -> Iterator[Objection]:
    """表样要求的各部分都应填写。

    为何：缺了一部分，自评就不完整；没有内容也要写“无”，以示并非遗漏。
    反例：情况表没有“整改措施”一段，或标题下空白。
    正例：五个部分都有内容，没有问题的写“无”。
    """
    narrative, sections = evaluation.filing.narrative, evaluation.pack.sections
    for name in sections.required.get(evaluation.filing.form.value, ()):
        section: Section | None = getattr(narrative, name)
        heading = sections.headings[name][0] if section is None else section.heading
        if section is None or not section.text.strip():
            yield Objection(
                where=heading,
                message=f"{'没有' if section is None else '标题下没有填写'}“{heading}”{'这一部分' if section is None else '的内容'}。",
                remedy="请补写；确无内容的写“无”。",
                place=None if section is None else section.place,
            )
