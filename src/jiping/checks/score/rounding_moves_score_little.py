"""SC05."""

from collections.abc import Iterator
from fractions import Fraction

from jiping.checks.check import Objection, Scope, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(code="SC05", severity=Severity.HINT, scope=Scope.ROW, rests_on=(Figure.TARGET, Figure.ACTUAL, Figure.WEIGHT))
def rounding_moves_score_little(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """取整不应使得分有明显增减。

    为何：取整吃掉大半分，完成得好与差就分不开，也容易被认为少算或多算。
    反例：按比例应得 9.796 分，向下取整为 9 分，少 0.796 分。
    正例：按比例应得 9.796 分，取两位小数为 9.80 分。
    """
    if scored.exact is None or scored.points is None or scored.exact.denominator == 1:
        return
    moved = Fraction(scored.points) - scored.exact
    if abs(moved) > pack.thresholds["rounding_effect"]:
        word = "多" if moved > 0 else "少"
        yield Objection(
            message=f"取整后为 {plain(scored.points)} 分，{word} {_shown(abs(moved))} 分：{scored.arithmetic}。",
            remedy="请确认本地评分办法确实要求取整；没有要求的，保留两位小数。",
        )


def _shown(points: Fraction) -> str:
    thousandths = round(points * 1000)
    return f"0.{thousandths:03d}" if thousandths < 1000 else f"{thousandths // 1000}.{thousandths % 1000:03d}"
