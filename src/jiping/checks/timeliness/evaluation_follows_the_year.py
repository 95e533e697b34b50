"""TM06."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.dates import year_month
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TM06", severity=Severity.WARN)
def evaluation_follows_the_year(evaluation: Evaluation) -> Iterator[Objection]:
    """自评应在年度终了之后填报。

    为何：年度未完，全年的支出和完成值还不可能有。
    反例：2024 年度自评，填报日期 2024 年 11 月 5 日，却写全年执行率 100%。
    正例：2024 年度自评，填报日期 2025 年 2 月 20 日。
    """
    filing = evaluation.filing
    dated = year_month(filing.sign_off.dated or "")
    if dated is not None and filing.year is not None and dated[0] <= filing.year:
        yield Objection(
            where="填报日期",
            message=f"填报日期“{filing.sign_off.dated}”在 {filing.year} 年度终了之前。",
            remedy="请核对填报日期；提前填报的，年终后请按全年数据更新。",
        )
