"""NA26."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.quotation import quote
from jiping.checks.told_rows import result_clauses, speaks_of, told_name
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.score import Evaluation

_DAY = re.compile(r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})[日号](?!起|前|以前|之前|至|到|[—~-])([一-鿿]+)$")


@check(code="NA26", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.ACTUAL,))
def told_date_agrees_with_table(evaluation: Evaluation) -> Iterator[Objection]:
    """完成情况写的完成日期应与评分表的实际完成值一致。

    为何：一件事只有一个完成日期；两处不同，是否按时无法判断。
    反例：完成情况写“11月20日完成采购”，评分表“采购完成时间”实际完成值 2024年9月20日。
    正例：两处都是 9月20日。
    说明：只看写到日、紧接着写出指标名称的。
    """
    days = [(told, clause, match) for told, clause in result_clauses(evaluation) if (match := _DAY.search(clause))]
    for row in evaluation.rows if days else ():
        name = told_name(row.row.level3, evaluation.pack)
        if not name or row.actual.kind is not ValueKind.DATE or row.actual.unit != "日":
            continue
        about = [
            each for each in days if speaks_of(each[2][4], name, evaluation.pack) and len(each[2][4]) <= len(name) + 2
        ]
        if len(about) == 1 and (int(about[0][2][2]), int(about[0][2][3])) != row.actual.month_day:
            told, clause, _ = about[0]
            yield Objection(
                where=told.heading,
                message=f"正文写{quote(clause)}，评分表“{row.row.level3}”实际完成值为 {row.row.actual}，两处不一致。",
                remedy="请按验收、交付等凭据核对日期，改正错的一处。",
                place=told.place,
            )
