"""CM02."""

from collections.abc import Iterator, Sequence

from jiping.checks.blanks import is_unanswered, says_nothing
from jiping.checks.check import Objection, check
from jiping.domain.filing import Indicator
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="CM02", severity=Severity.BLOCK, basis="self_evaluation_measures_2020")
def indicators_are_filled(evaluation: Evaluation) -> Iterator[Objection]:
    """自评应有填写了的绩效指标。

    为何：没有指标就没有评价，总得分和等次也无从得出。
    反例：评分表只有表头；或各行的指标名称、指标值、完成值全部空白。
    正例：评分表逐行填写三级指标、年初指标值和实际完成值。
    """
    filing = evaluation.filing
    blank = _blank(filing.rows)
    if blank or not filing.rows:
        yield Objection(
            where="评分表",
            message=f"{len(filing.rows)} 行指标的{blank}全部空白。" if blank else "没有绩效指标的行。",
            remedy="请按批复的绩效目标逐行填写指标、指标值、完成值、分值和得分。",
            place=filing.place,
        )


def _blank(rows: Sequence[Indicator]) -> str:
    """Return the columns that all rows leave blank; a form that prints no weights may have no such columns."""
    if all(map(says_nothing, rows)):
        return "名称和指标值" if rows else ""
    weighted = any(row.weight is not None for row in rows)
    return "指标值、完成值和得分" if weighted and all(map(is_unanswered, rows)) else ""
