"""TM02."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.dates import year_month
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_FEWEST = 3


@check(code="TM02", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def projects_keep_their_own_time(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """各项目应写自己的起止时间，不应一律填全年。

    为何：一律写 1 月至 12 月，看不出各项目何时完成，时效指标也就没有依据。
    反例：五个项目的实施时间都是 2024 年 1 月至 12 月，其中有一次性的印刷项目。
    正例：印刷项目写 2024 年 3 月至 5 月，经常性业务写全年。
    说明：有起止时间的项目达到三个、又全都是整年的才报。
    """
    dated = [each for each in evaluations if each.filing.started and each.filing.finished]
    if len(dated) >= _FEWEST and all(map(_takes_the_whole_year, dated)):
        first = dated[0].filing
        yield Objection(
            where="项目实施时间",
            message=f"有起止时间的 {len(dated)} 个项目都写 {first.year} 年 1 月至 12 月。",
            remedy="请按各项目实际开始、完成的时间填写；确属全年开展的经常性业务，可保留不改。",
            about=dated[0],
        )


def _takes_the_whole_year(evaluation: Evaluation) -> bool:
    filing = evaluation.filing
    span = (year_month(filing.started or ""), year_month(filing.finished or ""))
    return filing.year is not None and span == ((filing.year, 1), (filing.year, 12))
