"""AR05."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from jiping.checks.check import Objection, check
from jiping.checks.payments import amounts_apart, lead
from jiping.checks.prose import Figured, Mention, figured, head_counts
from jiping.checks.wordlist import any_word
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.domain.money import Money, plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation


class _Tie(NamedTuple):
    """An amount said of a head count, and the section that says it."""

    amount: Mention
    section: Section


@check(code="AR05", severity=Severity.BLOCK)
def one_head_count_one_amount(evaluation: Evaluation) -> Iterator[Objection]:
    """同一批人应只对应一个金额。

    为何：同一批人对应两个金额，至少有一处写错，或者金额里混进了别的支出。
    反例：一处写 4542 人、474.37 万元，另一处写 4542 人、454.2 万元。
    正例：两处都写 4542 人、454.2 万元。
    说明：人数较小时容易巧合，不作比较；预算数、计划数不与实际数比较。
    """
    least = evaluation.pack.thresholds["distinctive_head_count"]
    counts = [each.number for each in head_counts(evaluation) if each.number >= least]
    repeated = {count for count in counts if counts.count(count) > 1}
    ties: defaultdict[Decimal, list[_Tie]] = defaultdict(list)
    for told in figured(evaluation) if repeated else ():
        for count, amount in _tied(told, evaluation.pack) if told.people else ():
            ties[count].append(_Tie(amount, told.section))
    for count, (first, *rest) in ties.items():
        other = next((tie for tie in rest if tie.amount.number != first.amount.number), None)
        if other is not None and count in repeated:
            yield Objection(
                where=first.section.heading,
                message=(
                    f"{plain(count)} 人在“{first.section.heading}”对应 {Money(first.amount.number)}，"
                    f"在“{other.section.heading}”对应 {Money(other.amount.number)}。"
                ),
                remedy="请核对这批人实际对应的金额，全文统一；金额含其他支出的，请分开写明。",
                place=first.section.place,
            )


def _tied(told: Figured, pack: RulePack) -> Iterator[tuple[Decimal, Mention]]:
    """Yield each head count with the first amount behind it, before the next head count."""
    planned, ends = any_word(pack, "planned_money_words"), (*(each.start for each in told.people[1:]), len(told.text))
    for count, end in zip(told.people, ends, strict=True):
        behind = [each for each in amounts_apart(told.text, pack).totals if count.start < each.start < end]
        if behind and not planned.search(lead(told.text, behind[0])):
            yield count.number, behind[0]
