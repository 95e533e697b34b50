"""SC10."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.scoring.ground import is_stale, stated_derivation
from jiping.scoring.score import RowScore


@check(
    code="SC10",
    severity=Severity.BLOCK,
    basis="self_evaluation_measures_2020",
    scope=Scope.ROW,
    rests_on=(Figure.TARGET, Figure.ACTUAL, Figure.WEIGHT),
)
def stated_derivation_fits_row(scored: RowScore, pack: RulePack) -> Iterator[Objection]:  # noqa: ARG001 - a row check is given both
    """评分依据中的算式应与本行的指标值、完成值、分值相符。

    为何：出文以后改了完成值，算式却没有跟着改，得分就失了依据。
    反例：完成值改为 90%，评分依据仍写“96 % ÷ 98 % × 10 = 9.7959…”。
    正例：完成值 96%，评分依据写“96 % ÷ 98 % × 10 = 9.7959…”。
    说明：只看 jiping 写出的那种算式；取舍方法随规则包，不在此列。
    """
    if is_stale(scored):
        yield Objection(
            message=f"评分依据中的算式与完成值不符：写的是“{stated_derivation(scored)}”，"
            f"按现在的数{'' if scored.points is None else '应为'}：{scored.arithmetic}。",
            remedy="请核对是哪一处改动过；数据无误的，重新运行 jiping write，算式即随之更新。",
        )
