"""IN12."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.silence import says_something
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="IN12", severity=Severity.WARN)
def name_appears_once(evaluation: Evaluation) -> Iterator[Objection]:
    """同一份自评表中，三级指标的名称不应重复。

    为何：名称相同的两行分不清各指什么，分值也会重复计算。
    反例：数量指标下两行都叫“培训人数”。
    正例：分别写“岗前培训人数”“在岗培训人数”。
    """
    seen: set[str] = set()
    told: set[str] = set()
    for each in evaluation.rows:
        name = each.row.level3
        if name in seen and name not in told and says_something(evaluation.pack, name):
            told.add(name)
            yield Objection(
                where=name,
                message=f"“{name}”出现 {sum(row.row.level3 == name for row in evaluation.rows)} 次。",
                remedy="请合并，或把名称写得能区分开。",
                place=each.row.place,
            )
        seen.add(name)
