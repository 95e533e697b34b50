"""TG18."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.wording import found
from jiping.domain.finding import Severity
from jiping.domain.value import ValueKind
from jiping.scoring.score import Evaluation, RowScore

_WHOLE = 100


@check(code="TG18", severity=Severity.WARN, basis="target_measures_2015")
def target_agrees_with_the_name(evaluation: Evaluation) -> Iterator[Objection]:
    """目标值不应与指标名称相矛盾。

    为何：名称说不发生，目标值却允许几起，不知道以哪个为准。
    反例：指标“不发生安全事故”，目标值“<5 起”；指标“参保全覆盖”，目标值“95%”。
    正例：指标“安全事故起数”，目标值“0 起”；指标“参保覆盖率”，目标值“≥95%”。
    """
    for each in evaluation.rows:
        claim = _contradicted(evaluation, each)
        if claim is not None:
            yield Objection(
                where=each.row.level3,
                message=f"名称说“{claim}”，目标值却是“{each.target.text}”，两者矛盾。",
                remedy="请改名称或改目标值，使两者一致。",
                place=each.row.place,
            )


def _contradicted(evaluation: Evaluation, each: RowScore) -> str | None:
    target = each.target
    if not target.number or target.extra:
        return None
    if target.kind is ValueKind.NUMBER or (target.kind is ValueKind.PERCENT and target.number < _WHOLE):
        none_at_all = found(evaluation.pack, "none_at_all_names", each.row.level3)
        if none_at_all is not None:
            return none_at_all
    if target.kind is ValueKind.PERCENT and target.number < _WHOLE:
        return found(evaluation.pack, "every_one_names", each.row.level3)
    return None
