"""IN08."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from jiping.checks.check import Objection, check
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation


@check(code="IN08", severity=Severity.WARN)
def work_is_the_units_own(evaluation: Evaluation) -> Iterator[Objection]:
    """指标应衡量本单位自己做的事。

    为何：别的单位做的事，做好做坏都不能说明本项目的资金用得怎样。
    反例：财政贴息项目以“及时发放贷款”为指标，发放贷款的是银行。
    正例：同一项目以“贴息资金结算及时率”“贴息人数”为指标。
    """
    unit = evaluation.filing.unit or ""
    for each in evaluation.rows:
        actor = _actor(evaluation.pack, each.row.level3)
        if actor is not None and not any(word in unit for word in texts(actor, "unit")):
            yield Objection(
                where=each.row.level3,
                message=f"“{each.row.level3}”衡量的是{actor['actor']}的工作（{actor['does']}），不是本单位用项目资金做的事。",
                remedy="请改为衡量本单位职责内的事项；确由本单位承担的，请在评分依据中写明职责分工的依据。",
                place=each.row.place,
            )


@lru_cache(maxsize=1 << 14)
def _actor(pack: RulePack, name: str) -> Mapping[str, object] | None:
    """Return the row of the actor whose work the name speaks of."""
    rows = pack.table("other_actors")
    return next((row for row in rows if any(word in name for word in texts(row, "words"))), None)
