"""TG08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.quotation import quote
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore

_SHORTEST = 4


@check(code="TG08", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def target_adds_to_the_name(scored: RowScore, _: RulePack) -> Iterator[Objection]:
    """目标值不应重复指标名称里的话。

    为何：名称说“应收尽收”，目标值又写“应收尽收”，等于没有目标。
    反例：社保费应收尽收，目标值“应收尽收”。
    正例：社保费征缴率，目标值“≥98%”。
    """
    if _repeats_the_name(scored):
        yield Objection(
            message=f"目标值{quote(scored.target.text)}只是重复指标名称，没有写出要做到什么程度。",
            remedy="请写明比率、数量或日期，并说明数据从哪里取。",
        )


def _repeats_the_name(scored: RowScore) -> bool:
    text = scored.target.text.strip()
    return len(text) >= _SHORTEST and text in scored.row.level3 and not scored.target.is_measured
