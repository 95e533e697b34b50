"""TY01."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.numbering import numbered
from jiping.checks.prose import sections
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TY01", severity=Severity.HINT, basis="official_document_format")
def numbering_is_continuous(evaluation: Evaluation) -> Iterator[Objection]:
    """标题序号应当连续。

    为何：序号断开或层次混用，读者会以为漏了内容。
    反例：“（一）项目概况”之后是“2、绩效目标”。
    正例：“（一）项目概况”之后是“（二）绩效目标”。
    """
    for _, section in sections(evaluation):
        yield from _breaks(section)


def _breaks(section: Section) -> Iterator[Objection]:
    last: dict[str, int] = {}
    previous = ""
    for number in numbered(section.text):
        if number.value not in (1, last.get(number.style, 0) + 1):
            after = f"之前是“{previous}”，" if previous else ""
            yield Objection(
                where=section.heading,
                message=f"标题“{number.heading}”{after}没有与它同一层次的上一个序号。",
                remedy="请按“一、”“（一）”“1．”“（1）”的层次重新编号。",
                place=section.place,
            )
        last[number.style] = number.value
        previous = number.heading
