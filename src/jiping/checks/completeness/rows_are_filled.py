"""CM03."""

from collections.abc import Iterator, Sequence

from jiping.checks.blanks import is_blank, is_unanswered, is_unused, says_nothing
from jiping.checks.check import Objection, check
from jiping.checks.quotation import listing
from jiping.domain.filing import Indicator
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

Numbered = tuple[int, Indicator]


@check(code="CM03", severity=Severity.BLOCK, basis="self_evaluation_measures_2020")
def rows_are_filled(evaluation: Evaluation) -> Iterator[Objection]:
    """填了的指标行，名称、指标值、完成值、分值、得分都应填写。

    为何：缺一格，这一行就不能计分，总得分也不成立。
    反例：第 3 行有名称和分值，年初指标值空白。
    正例：每行五格都有内容；没有用到的行整行空着。
    说明：整张表没有分值的表样不核对分值和得分，没有指标值也没有完成值的表样不核对这两栏；有指标值而没有完成值、有完成值而没有得分、有得分而没有分值的，另有意见。
    """
    rows = [(number, row) for number, row in enumerate(evaluation.filing.rows, start=1) if not is_unused(row)]
    if all(says_nothing(row) or is_unanswered(row) for _, row in rows):
        return
    for where, blank in _blanks(rows):
        if blank:
            yield Objection(
                where=where,
                message=f"{len(blank)} 行的{where}空白：{listing(_named(number, row) for number, row in blank)}。",
                remedy=f"请补填{where}；不用的行请整行清空。",
                place=blank[0][1].place,
            )


def _blanks(rows: Sequence[Numbered]) -> Iterator[tuple[str, list[Numbered]]]:
    """Yield each column with the rows that leave it blank, but for blanks that another check tells by row."""
    yield "三级指标", [each for each in rows if is_blank(each[1].level3)]
    if not all(is_blank(row.target) and is_blank(row.actual) for _, row in rows):
        yield "年初指标值", [each for each in rows if is_blank(each[1].target)]
        yield "实际完成值", [each for each in rows if is_blank(each[1].actual) and is_blank(each[1].target)]
    if any(row.weight is not None for _, row in rows):
        yield "分值", [each for each in rows if each[1].weight is None and each[1].score is None]
        yield "得分", [each for each in rows if each[1].score is None and not _is_due(each[1])]


def _is_due(row: Indicator) -> bool:
    """Tell whether the row has all that its score follows from."""
    return row.weight is not None and not is_blank(row.actual)


def _named(number: int, row: Indicator) -> str:
    return f"第 {number} 行" if is_blank(row.level3) else f"第 {number} 行“{row.level3}”"
