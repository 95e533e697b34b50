"""TY06."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import occurrences
from jiping.checks.quotation import quote
from jiping.domain.finding import Severity
from jiping.domain.place import Place
from jiping.scoring.score import Evaluation

_UNEVEN = re.compile(r"\d\d\d\d(?:\s+年\s*\d{1,2}|年\s*\d{1,2}\s+)月")


@check(code="TY06", severity=Severity.HINT)
def date_spacing(evaluation: Evaluation) -> Iterator[Objection]:
    """同一日期中的空格应当一致。

    为何：一个日期里有的数字后空格、有的不空，排版不整齐，也不利于机器读取。
    反例：2024 年 12月。
    正例：2024年12月，或 2024 年 12 月。
    """
    for where, match, place in _dates(evaluation):
        yield Objection(
            where=where,
            message=f"{quote(match.group())}中的空格前后不一。",
            remedy="请统一空格，或都不空格。",
            place=place,
        )


def _dates(evaluation: Evaluation) -> Iterator[tuple[str, re.Match[str], Place | None]]:
    filing = evaluation.filing
    for where, text in (
        ("项目实施开始时间", filing.started),
        ("项目实施完成时间", filing.finished),
        ("填报日期", filing.sign_off.dated),
    ):
        match = _UNEVEN.search(text) if text else None
        if match is not None:
            yield where, match, filing.place
    for section, match in occurrences(_UNEVEN, evaluation):
        yield section.heading, match, section.place
