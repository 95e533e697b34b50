"""SC05."""

from collections.abc import Iterator
from fractions import Fraction

from jiping.checks.check import Objection, check
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="SC05", severity=Severity.HINT)
def rounding_moves_score_little(evaluation: Evaluation) -> Iterator[Objection]:
    """取整不应使得分有明显增减。

    为何：取整吃掉大半分，完成得好与差就分不开，也容易被认为少算或多算。
    反例：按比例应得 9.796 分，向下取整为 9 分，少 0.796 分。
    正例：按比例应得 9.796 分，取两位小数为 9.80 分。
    """
    limit = evaluation.pack.thresholds["rounding_effect"]
    for each in evaluation.rows:
        if each.exact is None or each.points is None or each.exact.denominator == 1:
            continue
        moved = Fraction(each.points) - each.exact
        if abs(moved) > limit:
            word = "多" if moved > 0 else "少"
            yield Objection(
                where=each.row.level3,
                message=f"取整后为 {plain(each.points)} 分，{word} {_shown(abs(moved))} 分：{each.arithmetic}。",
                remedy="请确认本地评分办法确实要求取整；没有要求的，保留两位小数。",
                place=each.row.place,
            )


def _shown(points: Fraction) -> str:
    thousandths = round(points * 1000)
    return f"0.{thousandths:03d}" if thousandths < 1000 else f"{thousandths // 1000}.{thousandths % 1000:03d}"
