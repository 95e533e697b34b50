"""WT08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import part_lines, total_line
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="WT08", severity=Severity.WARN, rests_on=(Figure.WEIGHT,))
def execution_points_stand_once(evaluation: Evaluation) -> Iterator[Objection]:
    """预算执行率的分值只在资金总额一行填写。

    为何：其中各行再填分值、得分，执行率的分就列了两遍，合计容易超过满分。
    反例：年度资金总额分值 10 分，其中当年财政拨款又填 10 分。
    正例：年度资金总额分值 10 分，其中各行留空。
    """
    total = total_line(evaluation)
    if total is None or total.weight is None:
        return
    repeated = [line for line in part_lines(evaluation) if line.weight or line.score]
    if repeated:
        first = repeated[0]
        yield Objection(
            where=first.name,
            message=f"“{total.name}”已有分值 {plain(total.weight)} 分，“{first.name}”等 {len(repeated)} 行又填了分值或得分。",
            remedy="请只在资金总额一行保留分值和得分。",
            place=first.place,
        )
