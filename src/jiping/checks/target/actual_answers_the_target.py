"""TG09."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.groundless import earned_without_actual
from jiping.checks.quotation import quote
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.score import Evaluation, RowScore

_MEASURABLE = frozenset({ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.MONEY, ValueKind.DURATION, ValueKind.DATE})


@check(code="TG09", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def actual_answers_the_target(evaluation: Evaluation) -> Iterator[Objection]:
    """有目标值的指标应有实际完成值；目标是数，完成值也应是数。

    为何：空着或只写“完成”，得分无从算起，也无从核对。
    反例：目标 ≥50 场，实际完成值“已完成”。
    正例：目标 ≥50 场，实际完成值 53 场。
    说明：完成值空白而得了分的，由得分的检查指出。
    """
    targeted = [
        each for each in evaluation.rows if each.target.kind is not ValueKind.BLANK and not earned_without_actual(each)
    ]
    if len(targeted) > 1 and all(each.actual.kind is ValueKind.BLANK for each in targeted):
        yield Objection(
            where="实际完成值",
            message=f"{len(targeted)} 项指标有目标值，实际完成值全部空白。",
            remedy="请逐项填写实际完成值，并与佐证材料一致。",
            place=targeted[0].row.place,
        )
        return
    for each in targeted:
        fault = _fault(each) if each.actual.number is None else None
        if fault is not None:
            yield Objection(
                where=each.row.level3,
                message=f"目标值是 {each.target.text}，实际完成值{fault}。",
                remedy="请填写实际完成的数值（或日期）和计量单位，并与佐证材料一致。",
                place=each.row.place,
            )


def _fault(each: RowScore) -> str | None:
    """Return what is wrong with an actual that is no figure."""
    if each.actual.kind is ValueKind.BLANK:
        return "空白"
    if each.target.kind not in _MEASURABLE or each.actual.kind in (ValueKind.DATE, ValueKind.PERIOD):
        return None
    none_of_none = each.target.number == 0 and each.actual.affirmed is False
    return None if none_of_none else f"只写{quote(each.actual.text)}，没有数值"
