"""NA23."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import sections, whole_text
from jiping.checks.quotation import quote
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_OPENING = "{{"
_SHOWN = 20


@check(code="NA23", severity=Severity.BLOCK)
def mark_is_closed(evaluation: Evaluation) -> Iterator[Objection]:
    """正文中不得留有数据绑定的花括号。

    为何：花括号是填报时绑定数据的记号，没有写完整就会印进正式文本。
    反例：项目支出 {{expenditure=12.5 万元。
    正例：项目支出 12.5 万元。
    """
    if _OPENING not in whole_text(evaluation):
        return
    for _, section in sections(evaluation):
        _, opening, rest = section.text.partition(_OPENING)
        if opening:
            yield Objection(
                where=section.heading,
                message=f"正文留有{quote((opening + rest)[:_SHOWN].partition(chr(10))[0])}。",
                remedy="请补全数据绑定，或删去花括号只留文字。",
                place=section.place,
            )
