"""TG11."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.wordlist import any_word, is_one_of
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Comparator, Value
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(code="TG11", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def target_is_well_formed(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """目标值和实际完成值应写得完整、确切。

    为何：多一个符号、少一个数字，或写“左右”，都定不下是否完成。
    反例：≥≥98%；85%左右；#DIV/0!。
    正例：≥98%；≥85%。
    """
    for cell, value in (("目标值", scored.target), ("实际完成值", scored.actual)):
        if _is_malformed(pack, value):
            yield Objection(
                message=f"{cell}“{value.text}”写得不完整或不确切。",
                remedy="请写成一个确定的数值，需要上限或下限时只用一个“≥”或“≤”。",
            )


def _is_malformed(pack: RulePack, value: Value) -> bool:
    return (
        value.comparator is Comparator.ABOUT
        or is_one_of(pack, "malformed_values", value.text)
        or any_word(pack, "malformed_marks").search(value.text) is not None
    )
