"""AR05."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jiping.checks.check import Objection, check
from jiping.checks.payments import amounts_apart, lead
from jiping.checks.prose import Mention, people, sections, sentences, whole_text
from jiping.checks.wordlist import any_word
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.domain.money import Money, plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation


@dataclass(frozen=True, slots=True)
class _Tie:
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
    counts = Counter(each.number for each in people(whole_text(evaluation)))
    repeated = {count for count, times in counts.items() if times > 1 and count >= least}
    ties: defaultdict[Decimal, list[_Tie]] = defaultdict(list)
    for _, each in sections(evaluation) if repeated else ():
        for sentence in sentences(each.text):
            for count, amount in _tied(sentence, evaluation.pack):
                ties[count].append(_Tie(amount, each))
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


def _tied(sentence: str, pack: RulePack) -> Iterator[tuple[Decimal, Mention]]:
    """Yield each head count with the first amount behind it, before the next head count."""
    counts, planned = people(sentence), any_word(pack, "planned_money_words")
    for number, count in enumerate(counts):
        end = counts[number + 1].start if number + 1 < len(counts) else len(sentence)
        behind = [each for each in amounts_apart(sentence, pack).totals if count.start < each.start < end]
        if behind and not planned.search(lead(sentence, behind[0])):
            yield count.number, behind[0]
