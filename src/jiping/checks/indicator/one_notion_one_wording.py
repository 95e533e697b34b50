"""IN02."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.notion import Use, uses
from jiping.checks.quotation import listing
from jiping.domain.finding import Severity
from jiping.domain.value import ValueKind
from jiping.scoring.score import Evaluation

_ONE_ANSWER_ONLY = (ValueKind.BLANK, ValueKind.YES_NO, ValueKind.TIER, ValueKind.DATE, ValueKind.PERIOD)


@check(code="IN02", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def one_notion_one_wording(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位各项目中，同一指标的定性目标应用同一说法。

    为何：说法不一，看不出要求是否相同，也无法按同一标准打分。
    反例：同是完成及时性，分别写“及时”“及时完成”“及时高效”。
    正例：各项目都写“及时”，或都写明完成日期。
    """
    for same in uses(tuple(evaluations)).values():
        worded = [each for each in same if _is_worded(each)]
        wordings = tuple(dict.fromkeys(each.row.target.text for each in worded))
        if len(wordings) > 1 and _share_a_core(wordings):
            first = next(each for each in worded if each.row.target.text != wordings[0])
            yield Objection(
                where=first.name,
                message=f"同一概念的目标值有 {len(wordings)} 种说法：{'；'.join(_told(worded, each) for each in wordings)}。",
                remedy="请统一目标值的说法；能写明数量、比率或日期的，请改为可衡量的目标。",
                place=first.row.row.place,
                about=first.evaluation,
            )


def _is_worded(each: Use) -> bool:
    return not each.row.target.is_measured and each.row.target.kind not in _ONE_ANSWER_ONLY


def _share_a_core(wordings: Sequence[str]) -> bool:
    """True when all wordings share two neighbouring characters: variants of one answer, not different answers."""
    shortest = min(wordings, key=len)
    pairs = (shortest[at : at + 2] for at in range(len(shortest) - 1))
    return any(all(pair in wording for wording in wordings) for pair in pairs)


def _told(worded: Sequence[Use], wording: str) -> str:
    return f"“{wording}”（{listing(each.project for each in worded if each.row.target.text == wording)}）"
