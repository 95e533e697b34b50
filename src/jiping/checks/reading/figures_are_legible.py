"""RD03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="RD03", severity=Severity.WARN)
def figures_are_legible(evaluation: Evaluation) -> Iterator[Objection]:
    """读得没有把握的内容应对照原件核对。

    为何：扫描件和没有表格线的文字会读错；读错的数不能拿来计算，也不能当作没有问题。
    反例：扫描件上的“96%”印得模糊，读成“9G%”。
    正例：报送由 Word、Excel、WPS 直接导出的文件。
    说明：凡要用到这个数的计分和校核都不做，并逐条说明未能运行。
    """
    for each in evaluation.filing.doubts:
        if each.is_low:
            yield Objection(
                message=f"读出的“{each.text}”没有把握：{each.why}",
                remedy="请对照原件核对；能提供可编辑的原文件的，请改用原文件重新读取。",
                where=each.where,
                place=each.place,
            )
