"""TG18."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.wordlist import found
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore

_WHOLE = 100


@check(code="TG18", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def target_agrees_with_the_name(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """目标值不应与指标名称相矛盾。

    为何：名称说不发生，目标值却允许几起，不知道以哪个为准。
    反例：指标“不发生安全事故”，目标值“<5 起”；指标“参保全覆盖”，目标值“95%”。
    正例：指标“安全事故起数”，目标值“0 起”；指标“参保覆盖率”，目标值“≥95%”。
    """
    claim = _contradicted(scored, pack)
    if claim is not None:
        yield Objection(
            message=f"名称说“{claim}”，目标值却是“{scored.target.text}”，两者矛盾。",
            remedy="请改名称或改目标值，使两者一致。",
        )


def _contradicted(scored: RowScore, pack: RulePack) -> str | None:
    target = scored.target
    if not target.number or target.extra:
        return None
    if target.kind is ValueKind.NUMBER or (target.kind is ValueKind.PERCENT and target.number < _WHOLE):
        none_at_all = found(pack, "none_at_all_names", scored.row.level3)
        if none_at_all is not None:
            return none_at_all
    if target.kind is ValueKind.PERCENT and target.number < _WHOLE:
        return found(pack, "every_one_names", scored.row.level3)
    return None
