"""IN01."""

from collections import Counter
from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.notion import Use, spellings, uses
from jiping.checks.quotation import listing
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="IN01", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def one_notion_one_name(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位各项目中，同一概念的指标应用同一名称。

    为何：名称不一，汇总时会当成不同的指标，各项目之间无法比较。
    反例：五个项目写“预算执行率”，一个项目写“资金执行率”。
    正例：各项目都写“预算执行率”。
    说明：名称按规则包的同义表归并；去掉“的、工作、业务”等字后相同的也归为一项。写法相同、只是对象不同的（如“培训及时率”“发放及时率”）不报。
    """
    for notion, spelled in spellings(tuple(evaluations)).items():
        if len({each.form for each in spelled.values()}) == 1:
            continue
        same = uses(tuple(evaluations))[notion]
        if _never_together(same):
            names = Counter(each.name for each in same)
            chosen = _recommended(same, names)
            first = next(each for each in same if each.name != chosen)
            yield Objection(
                where=first.name,
                message=f"同一概念用了 {len(names)} 个名称：{'；'.join(_told(same, name) for name in names)}。",
                remedy=f"请各项目统一写作“{chosen}”；确属不同内容的，请把名称写得能区分开。",
                place=first.row.row.place,
                about=first.evaluation,
            )


def _never_together(same: Sequence[Use]) -> bool:
    """Two names side by side in one filing were meant to differ."""
    return len({id(each.evaluation) for each in same}) == len({(id(each.evaluation), each.name) for each in same})


def _recommended(same: Sequence[Use], names: Counter[str]) -> str:
    """Return the prescribed name where there is one, else the name most used, the earlier one on a tie."""
    notion = same[0].notion
    return notion.name if notion.is_official or notion.name in names else names.most_common(1)[0][0]


def _told(same: Sequence[Use], name: str) -> str:
    return f"“{name}”（{listing(each.project for each in same if each.name == name)}）"
