"""AR05."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jiping.checks.check import Objection, check
from jiping.checks.payments import amounts_apart, last_digit, lead
from jiping.checks.prose import Mention, amounts, people, sections, sentences, whole_text
from jiping.checks.wordlist import any_of
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
def head_count_matches_money(evaluation: Evaluation) -> Iterator[Objection]:
    """人数与金额应前后一致，人数乘以标准应等于金额。

    为何：同一批人对应两个金额，或人数乘以标准不等于金额，至少有一处写错。
    反例：一处写 4542 人、474.37 万元，另一处写 4542 人、454.2 万元。
    正例：4542 人，每人 1000 元，共 454.2 万元。
    """
    ties: defaultdict[Decimal, list[_Tie]] = defaultdict(list)
    counted = bool(people(whole_text(evaluation.filing)))
    for _, each in sections(evaluation.filing) if counted else ():
        for sentence in sentences(each.text):
            if not amounts(sentence) or not people(sentence):
                continue
            yield from _product(sentence, each, evaluation.pack)
            for count, amount in _tied(sentence, evaluation.pack):
                ties[count].append(_Tie(amount, each))
    for count, tied in ties.items():
        first, other = tied[0], next((tie for tie in tied if tie.amount.number != tied[0].amount.number), None)
        if other is not None and count >= evaluation.pack.thresholds["distinctive_head_count"]:
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
    counts, planned = people(sentence), any_of(pack.words("planned_money_words"))
    for number, count in enumerate(counts):
        end = counts[number + 1].start if number + 1 < len(counts) else len(sentence)
        behind = [each for each in amounts_apart(sentence, pack).totals if count.start < each.start < end]
        if behind and not planned.search(lead(sentence, behind[0])):
            yield count.number, behind[0]


def _product(sentence: str, section: Section, pack: RulePack) -> Iterator[Objection]:
    counts, money = people(sentence), amounts_apart(sentence, pack)
    if len(counts) != 1 or len(money.prices) != 1 or len(money.totals) != 1:
        return
    (count,), (price,), (total,) = counts, money.prices, money.totals
    product = count.number * price.number
    slack = (last_digit(total) + last_digit(price) * count.number) / 2
    if abs(product - total.number) > slack:
        yield Objection(
            where=section.heading,
            message=f"{plain(count.number)} 人 × {price.text} = {Money(product)}，文中写 {total.text}。",
            remedy="请核对人数、标准和金额三者。",
            place=section.place,
        )
