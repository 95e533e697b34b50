"""TG17."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.quotation import quote
from jiping.checks.wordlist import is_one_of
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Value
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore

_SHORTEST_NAME = 3


@check(code="TG17", severity=Severity.HINT, scope=Scope.ROW)
def value_is_not_a_label(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """目标值应是量表上的一档或具体要求，不是量表的名称或指标的名称。

    为何：填“好坏”“优良中低差”，说不出要求是哪一档。
    反例：目标值“好坏”；指标“普及率”的目标值“提高普及率”。
    正例：目标值“优”；普及率目标值“≥80%”。
    """
    for cell, value in (("目标值", scored.target), ("实际完成值", scored.actual)):
        label = is_one_of(pack, "scale_labels", value.text)
        if label or _wraps_the_name(scored.row.level3, value):
            yield Objection(
                message=f"{cell}{quote(value.text)}是{'量表的名称' if label else '指标名称的重复'}，不是一个值。",
                remedy="请填写量表上的一档，或写明数量、比率、日期。",
            )


def _wraps_the_name(name: str, value: Value) -> bool:
    """True when the value is the indicator's name with a word before or after it and no figure."""
    return len(name) >= _SHORTEST_NAME and name in value.text and name != value.text.strip() and not value.is_measured
