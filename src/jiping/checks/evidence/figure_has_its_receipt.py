"""EV03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.receipts import receipts
from jiping.domain.finding import Severity
from jiping.scoring.ground import own_words
from jiping.scoring.score import Evaluation


@check(code="EV03", severity=Severity.HINT, basis="practice")
def figure_has_its_receipt(evaluation: Evaluation) -> Iterator[Objection]:
    """用业务记录计量的材料，每个数字都应有计量凭据。

    为何：有的数字能打开背后的记录，有的不能，复核人只能逐个去问。
    反例：预算执行率写明计量凭据 PF02-2024-0a1b2c3d4e5f，目标任务完成率只写 100%。
    正例：两行都写明计量凭据编号，或者后一行写明为什么没有业务记录。
    说明：一张凭据也没有的材料不在此列，那由“每行得分应写明评分依据”管。
    """
    proven = [next(receipts(each.row), None) is not None for each in evaluation.rows]
    if not any(proven):
        return
    for each, has_receipt in zip(evaluation.rows, proven, strict=True):
        if not has_receipt and each.actual.number is not None and own_words(each) is None:
            yield Objection(
                where=each.row.level3,
                message=f"完成值“{each.row.actual}”没有计量凭据，同一份材料的其他数字有。",
                remedy="请用 jiping evaluate 由业务记录填写，或在评分依据中说明这个数字从哪里来。",
                place=each.row.place,
            )
