"""SA04."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jiping.checks.check import Objection, Scope, check
from jiping.checks.survey import percentage, satisfaction
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="SA04", severity=Severity.WARN, scope=Scope.UNIT_YEAR, rests_on=(Figure.ACTUAL,))
def percentages_differ_between_projects(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """互不相干的项目，满意度不应都是同一个数。

    为何：对象不同、各自调查，结果恰好相同的可能很小，多半是一个数抄了几份。
    反例：手册、扩面、贴息、运营、补助五个项目满意度都是 97%。
    正例：五个项目分别为 95.2%、97.1%、93.8%、96.4%、98.0%。
    """
    groups: defaultdict[Decimal, list[Evaluation]] = defaultdict(list)
    for evaluation in evaluations:
        row = satisfaction(evaluation)
        if row is not None:
            groups[percentage(row) or Decimal(0)].append(evaluation)
    for percent, members in groups.items():
        if len(members) >= members[0].pack.thresholds["same_value_filings"]:
            row = satisfaction(members[0])
            others = "、".join(str(each.filing.project) for each in members[1:])
            yield Objection(
                where="满意度" if row is None else row.row.level3,
                message=f"本项目与 {others} 共 {len(members)} 个项目，满意度都是 {plain(percent)}%。",
                remedy="请分项目调查、分别填写；只做过一次总调查的，请如实说明。",
                place=None if row is None else row.row.place,
                about=members[0],
            )
