"""IN09."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.notion import spellings, uses
from jiping.checks.quotation import listing
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="IN09", severity=Severity.WARN, basis="indicator_framework_2013", scope=Scope.UNIT_YEAR)
def official_name_is_kept(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """共性指标应使用规定名称。

    为何：改了名称，意思就变了，系统也对不上。
    反例：“立项依据充分性”写成“项目立项充分性”：前者问依据，后者问什么不清楚。
    正例：立项依据充分性。
    说明：各项目写法不一的，由名称不一的检查指出，这里只报全都写错的。
    """
    for key, spelled in spellings(tuple(evaluations)).items():
        (name, notion), *others = spelled.items()
        if notion.is_official and not others and name != notion.name:
            same = uses(tuple(evaluations))[key]
            yield Objection(
                where=name,
                message=f"“{name}”的规定名称是“{notion.name}”（{listing(each.project for each in same)}）。",
                remedy=f"请改为“{notion.name}”。",
                place=same[0].row.row.place,
                about=same[0].evaluation,
            )
