"""TM04."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.dates import year_month
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TM04", severity=Severity.WARN)
def project_time_is_possible(evaluation: Evaluation) -> Iterator[Objection]:
    """项目的起止时间应先后有序，并与项目年度相符。

    为何：时间填错，执行进度和时效都无从谈起。
    反例：2024 年度的项目，开始 2024 年 9 月，完成 2024 年 3 月。
    正例：开始 2024 年 3 月，完成 2024 年 9 月。
    说明：跨年度的项目只要与项目年度有重合就不报。
    """
    filing = evaluation.filing
    stated = [(label, text.strip()) for label, text in (("开始", filing.started), ("完成", filing.finished)) if text]
    if not stated:
        return
    months = {label: year_month(text) for label, text in stated}
    fault = None
    unread = [text for label, text in stated if months[label] is None]
    start, end = months.get("开始"), months.get("完成")
    if unread:
        fault = f"“{unread[0]}”不是完整的年月"
    elif start is not None and end is not None and end < start:
        fault = f"完成时间“{filing.finished}”早于开始时间“{filing.started}”"
    elif filing.year is not None and start is not None and start[0] > filing.year:
        fault = f"开始时间“{filing.started}”晚于项目年度 {filing.year} 年"
    elif filing.year is not None and end is not None and end[0] < filing.year:
        fault = f"完成时间“{filing.finished}”早于项目年度 {filing.year} 年"
    if fault is not None:
        yield Objection(where="项目实施时间", message=f"{fault}。", remedy="请核对项目实施的开始、完成年月和项目年度。")
