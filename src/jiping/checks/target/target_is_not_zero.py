"""TG19."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.wordlist import found
from jiping.domain.finding import Severity
from jiping.domain.value import Comparator, ValueKind
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore

_COUNTED = (ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.MONEY)


@check(code="TG19", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def target_is_not_zero(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """越多越好的指标，目标值不应为零。

    为何：目标为零，做不做都算完成，完成率也算不出来。
    反例：新增就业人数，目标值 0 人。
    正例：新增就业人数，目标值 ≥200 人；安全事故起数，目标值 0 起。
    """
    if _is_zero(scored, pack):
        yield Objection(
            message=f"目标值 {scored.target.text}，做不做都算完成，完成率无法计算。",
            remedy="请填写应当达到的数量；本年没有任务的，请删去这一项并调整分值。",
        )


def _is_zero(scored: RowScore, pack: RulePack) -> bool:
    """A floor of zero asks for nothing; a plain zero forbids, unless the name speaks of work to be done."""
    target, name = scored.target, scored.row.level3
    if target.number != 0 or target.upper is not None or target.extra or target.kind not in _COUNTED:
        return False
    if pack.lexicon.lower_is_better_name.search(name) or pack.lexicon.no_is_good_name.search(name):
        return False
    return target.comparator is Comparator.AT_LEAST or (
        target.comparator in (None, Comparator.EQUAL) and found(pack, "growing_names", name) is not None
    )
