"""Put a reviewer's values beside the unit's (复核) and tell how far apart they lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches

from jiping.checks.fund_block import scores_in_total
from jiping.domain.errors import JipingError
from jiping.domain.money import plain
from jiping.domain.reviewed import Reviewed
from jiping.review.deviation import Deviation, deviation
from jiping.scoring.score import Evaluation, RowScore, evaluate


@dataclass(frozen=True, slots=True)
class RescoredRow:
    """One indicator, the unit's and the reviewer's; `grounds` says where the reviewed score comes from."""

    row: RowScore
    reviewed: Reviewed
    deviation: Deviation
    grounds: str


@dataclass(frozen=True, slots=True)
class Rescored:
    """One filing with every row a reviewer looked at; the other rows keep the unit's score.

    `total` lays the sum of the reviewed rows beside the total the unit claimed; `summed` is what its own rows come to.
    """

    evaluation: Evaluation
    rows: tuple[RescoredRow, ...]
    total: Deviation
    summed: Decimal

    @property
    def caution(self) -> str:
        """What must be known to read the deviation: a claimed total that was not the sum. Empty when it was."""
        if self.total.own == self.summed:
            return ""
        return (
            f"自评总得分填 {plain(self.total.own)}，各行自评得分之和是 {plain(self.summed)}；"
            "复核得分按各行之和计，偏差率对填报的总得分计算。"
        )


def rescore(evaluations: Sequence[Evaluation], values: Iterable[Reviewed]) -> tuple[Rescored, ...]:
    """Return the filings for which there are reviewed values, in their order.

    Raises JipingError, with the place of the value, for one that fits no filing, no row, or no score.
    """
    groups: dict[int, list[RescoredRow]] = {}
    for value in values:
        at = _filing(evaluations, value)
        rows = groups.setdefault(at, [])
        row = _row(evaluations[at], value)
        if any(each.row is row for each in rows):
            raise _fault(value, f"“{value.indicator}”写了两次复核值。", "请只留一行。")
        rows.append(_rescored_row(evaluations[at], row, value))
    return tuple(_rescored(evaluations[at], tuple(rows)) for at, rows in sorted(groups.items()))


def _rescored(evaluation: Evaluation, rows: tuple[RescoredRow, ...]) -> Rescored:
    summed = sum(scores_in_total(evaluation), Decimal(0))
    difference = sum((each.deviation.own - each.deviation.reviewed for each in rows), Decimal(0))
    claimed = evaluation.filing.total_score
    if claimed is None:
        claimed = evaluation.filing.stated_score
    own = summed if claimed is None else claimed
    return Rescored(evaluation, rows, deviation(own, summed - difference, evaluation.pack), summed)


def _rescored_row(evaluation: Evaluation, row: RowScore, value: Reviewed) -> RescoredRow:
    own = row.row.score
    if own is None:
        raise _fault(value, f"“{value.indicator}”没有自评得分，不能计算偏差。", "请先请单位补填得分。")
    reviewed, grounds = _reviewed_score(evaluation, row, value)
    weight = row.row.weight
    if reviewed < 0 or (weight is not None and reviewed > weight):
        most = "" if weight is None else f"（分值 {plain(weight)}）"
        raise _fault(
            value, f"“{value.indicator}”复核得分 {plain(reviewed)}，不在 0 与分值之间{most}。", "请核对复核得分。"
        )
    return RescoredRow(row, value, deviation(own, reviewed, evaluation.pack), grounds)


def _reviewed_score(evaluation: Evaluation, row: RowScore, value: Reviewed) -> tuple[Decimal, str]:
    """Return the reviewer's score, else what the rules give for the reviewed actual."""
    if value.score is not None:
        return value.score, "复核人给分"
    if value.actual is None:
        raise _fault(value, f"“{value.indicator}”没有复核完成值，也没有复核得分。", "请至少填一项。")
    mended = replace(evaluation.filing, rows=(replace(row.row, actual=value.actual),))
    (scored,) = evaluate(mended, evaluation.pack).rows
    if scored.points is None:
        raise _fault(value, f"按复核完成值“{value.actual}”算不出“{value.indicator}”的得分。", "请直接填写复核得分。")
    return scored.points, f"按复核完成值计分：{scored.arithmetic}"


def _filing(evaluations: Sequence[Evaluation], value: Reviewed) -> int:
    found = [at for at, each in enumerate(evaluations) if _is_meant(each, value)]
    if len(found) == 1:
        return found[0]
    if found:
        raise _fault(value, f"名为“{value.project}”的自评有 {len(found)} 份。", "请同时写明单位（unit）。")
    near = get_close_matches(value.project, [each.filing.project or "" for each in evaluations], n=1)
    raise _fault(value, f"没有名为“{value.project}”的自评。", f"是否应为“{near[0]}”？" if near else "请核对项目名称。")


def _is_meant(evaluation: Evaluation, value: Reviewed) -> bool:
    filing = evaluation.filing
    return filing.project == value.project and value.unit in (None, filing.unit)


def _row(evaluation: Evaluation, value: Reviewed) -> RowScore:
    found = [each for each in evaluation.rows if each.row.level3 == value.indicator]
    if len(found) == 1:
        return found[0]
    if found:
        raise _fault(
            value, f"“{value.project}”有 {len(found)} 行都叫“{value.indicator}”。", "请先在自评表中改成不同的名称。"
        )
    near = get_close_matches(value.indicator, [each.row.level3 for each in evaluation.rows], n=1)
    remedy = f"是否应为“{near[0]}”？" if near else "请核对三级指标名称。"
    raise _fault(value, f"“{value.project}”没有指标“{value.indicator}”。", remedy)


def _fault(value: Reviewed, what: str, remedy: str) -> JipingError:
    return JipingError(what, remedy=remedy, place=value.place)
