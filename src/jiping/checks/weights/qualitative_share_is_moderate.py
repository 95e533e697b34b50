"""WT03."""

from collections.abc import Iterator
from decimal import Decimal

from jiping.checks.blanks import is_blank
from jiping.checks.check import Objection, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation

_WORDS_ONLY = frozenset({IndicatorKind.QUALITATIVE, IndicatorKind.YES_NO})


@check(code="WT03", severity=Severity.WARN, basis="target_measures_2015", rests_on=(Figure.WEIGHT,))
def qualitative_share_is_moderate(evaluation: Evaluation) -> Iterator[Objection]:
    """定性指标的分值不应过半。

    为何：定性指标由填表人自己判断，几乎总得满分；占比过高，总得分就说明不了问题。
    反例：100 分中 69 分是“充分”“规范”“是/否”一类指标。
    正例：数量、质量、时效、成本都有数字，定性指标合计 30 分。
    """
    weights = [
        (each.kind, each.row.weight)
        for each in evaluation.rows
        if each.row.weight is not None and not (is_blank(each.row.target) and is_blank(each.row.actual))
    ]
    words_only = [weight for kind, weight in weights if kind in _WORDS_ONLY]
    total, points = sum([weight for _, weight in weights], Decimal(0)), sum(words_only, Decimal(0))
    if total > 0 and points > evaluation.pack.thresholds["qualitative_share"] * total:
        yield Objection(
            where="分值",
            message=f"定性和是否类指标 {len(words_only)} 项共 {plain(points)} 分，占 {plain(total)} 分的 {_percent(points, total)}%。",
            remedy="请把能够计数、计时、计价的指标改为定量指标，并提高其分值。",
        )


def _percent(part: Decimal, whole: Decimal) -> str:
    return plain((part * 100 / whole).quantize(Decimal(1)))
