"""Tell what writing changes among the scores: nothing is replaced or left blank in silence."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from jiping.domain.money import plain
from jiping.scoring.score import Evaluation, RowScore

_NAMELESS = "（未写三级指标）"


def rescored(evaluation: Evaluation) -> Iterator[str]:
    """Yield a sentence for each score that is left blank, with the reason, or replaced by the computed one."""
    label = evaluation.filing.label
    lines = (*evaluation.funds, *evaluation.rows)
    said = Counter((each.row.level3 or _NAMELESS, told) for each in lines if (told := _told(each)))
    for (name, told), times in said.items():
        yield f"{label}：“{name}”{told}{f'（共 {times} 行）' if times > 1 else ''}"
    stated = evaluation.filing.total_score
    if evaluation.total is None:
        yield f"{label}：有得分算不出，总分和等次留空。" if evaluation.rows else f"{label}：没有指标，总分和等次留空。"
    elif _differs(stated, evaluation.total):
        yield f"{label}：总分填报 {stated}，已改为各行得分之和 {plain(evaluation.total)}。"


def _told(scored: RowScore) -> str:
    stated = scored.row.score
    if scored.points is None:
        return f"{scored.arithmetic}，得分留空{'' if stated is None else f'（填报 {stated} 分）'}。"
    if _differs(stated, scored.points):
        return f"填报 {stated} 分，已改为算出的 {plain(scored.points)} 分：{scored.arithmetic}。"
    return ""


def _differs(stated: Decimal | None, computed: Decimal) -> bool:
    return stated is not None and (not stated.is_finite() or stated != computed)
