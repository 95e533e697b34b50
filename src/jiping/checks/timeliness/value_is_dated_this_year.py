"""TM05."""

from collections.abc import Iterator
from datetime import date

from jiping.checks.check import Objection, check
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TM05", severity=Severity.WARN)
def value_is_dated_this_year(evaluation: Evaluation) -> Iterator[Objection]:
    """指标值中的日期应属于评价年度。

    为何：日期是往年的，多半是沿用了去年的表。
    反例：2024 年度自评，时效目标“2023 年 12 月底前”。
    正例：2024 年 12 月底前。
    说明：目标值定在次年的不报；完成日期在次年而目标不在次年的，由未达目标的检查指出；完成日期晚到自评通常完成之后的，是日期或年度写错。
    """
    year = evaluation.filing.year
    if year is None or not date.min.year <= year < date.max.year:
        return
    last = date(year + 1, int(evaluation.pack.thresholds["evaluated_by_month"]), 1)
    for each in evaluation.rows:
        for cell, value in (("目标值", each.target), ("实际完成值", each.actual)):
            if value.day is not None and value.day.year < year:
                yield Objection(
                    where=each.row.level3,
                    message=f"{cell}“{value.text}”不在评价年度 {year} 年之内。",
                    remedy="请核对日期；沿用往年表格的，请改为本年度的目标和完成情况。",
                    place=each.row.place,
                )
        if each.actual.day is not None and each.actual.day > last:
            yield Objection(
                where=each.row.level3,
                message=f"实际完成值“{each.actual.text}”在评价年度 {year} 年之后，那时自评早已完成。",
                remedy="请核对日期和评价年度。",
                place=each.row.place,
            )
