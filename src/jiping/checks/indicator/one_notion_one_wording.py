"""IN02."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.notion import Key, Use, notion_of, uses
from jiping.checks.quotation import listing
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.score import Evaluation, RowScore

_ONE_ANSWER_ONLY = frozenset({ValueKind.BLANK, ValueKind.YES_NO, ValueKind.TIER, ValueKind.DATE, ValueKind.PERIOD})


@check(code="IN02", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def one_notion_one_wording(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位各项目中，同一指标的定性目标应用同一说法。

    为何：说法不一，看不出要求是否相同，也无法按同一标准打分。
    反例：同是完成及时性，分别写“及时”“及时完成”“及时高效”。
    正例：各项目都写“及时”，或都写明完成日期。
    """
    for notion, wordings in _wordings(evaluations).items():
        if len(wordings) > 1 and _share_a_core(wordings):
            worded = [each for each in uses(tuple(evaluations))[notion] if _is_worded(each.row)]
            first = next(each for each in worded if each.row.target.text != wordings[0])
            yield Objection(
                where=first.name,
                message=f"同一概念的目标值有 {len(wordings)} 种说法：{'；'.join(_told(worded, each) for each in wordings)}。",
                remedy="请统一目标值的说法；能写明数量、比率或日期的，请改为可衡量的目标。",
                place=first.row.row.place,
                about=first.evaluation,
            )


def _wordings(evaluations: Sequence[Evaluation]) -> Mapping[Key, Sequence[str]]:
    """Return the worded targets of each notion, each once, in the order met."""
    met = {
        (each.row.level1, each.row.level2, each.row.level3, each.target.text): (evaluation.pack, each.row)
        for evaluation in evaluations
        for each in evaluation.rows
        if _is_worded(each)
    }
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for (*_, wording), (pack, row) in met.items():
        known = found[notion_of(pack, row).key]
        if wording not in known:
            known.append(wording)
    return found


def _is_worded(each: RowScore) -> bool:
    return each.target.number is None and each.target.kind not in _ONE_ANSWER_ONLY


def _share_a_core(wordings: Sequence[str]) -> bool:
    """True when all wordings share two neighbouring characters: variants of one answer, not different answers."""
    shortest = min(wordings, key=len)
    pairs = (shortest[at : at + 2] for at in range(len(shortest) - 1))
    return any(all(pair in wording for wording in wordings) for pair in pairs)


def _told(worded: Sequence[Use], wording: str) -> str:
    return f"“{wording}”（{listing(each.project for each in worded if each.row.target.text == wording)}）"
