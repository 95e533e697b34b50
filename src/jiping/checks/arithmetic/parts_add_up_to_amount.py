"""AR04."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from jiping.checks.check import Objection, check
from jiping.checks.payments import amounts_apart, lead
from jiping.checks.prose import Mention, amounts, section, sections, whole_text
from jiping.checks.wordlist import any_word
from jiping.domain.filing import Section, SectionName
from jiping.domain.finding import Severity
from jiping.domain.money import Money
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation

_SENTENCE = re.compile(r"[^。\n]+")
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")


@check(code="AR04", severity=Severity.BLOCK)
def parts_add_up_to_amount(evaluation: Evaluation) -> Iterator[Objection]:
    """文中分项金额之和应等于所说的总额。

    为何：分项与总额对不上，无法判断哪一个数字是真的。
    反例：支出 100 万元，其中印刷费 60 万元、邮寄费 30 万元。
    正例：兑付补助 454.2 万元、生活费 20.17 万元，合计 474.37 万元。
    说明：写明“等”“主要”的，视为没有列全，不作比较。
    """
    opening = any_word(evaluation.pack, "composition_words")
    listing = opening.search(whole_text(evaluation)) is not None
    for _, each in sections(evaluation) if listing else ():
        for sentence in _SENTENCE.findall(each.text):
            for whole, parts in _listed(_BRACKETS.sub("", sentence), evaluation.pack):
                yield _objection(each, whole, parts)
    yield from _payments_near_expenditure(evaluation)


def _listed(sentence: str, pack: RulePack) -> Iterator[tuple[Decimal, tuple[Mention, ...]]]:
    """Yield an amount and the parts listed behind it, where they cannot add up to it."""
    opening = any_word(pack, "composition_words").search(sentence)
    if opening is None or any_word(pack, "incomplete_list_words").search(sentence, opening.end()):
        return
    closing = any_word(pack, "composition_end_words").search(sentence, opening.end())
    listed = sentence[opening.end() : closing.start() if closing else None]
    wholes = amounts_apart(sentence[: opening.start()], pack).totals
    parts = amounts_apart(listed, pack).totals
    if not wholes or len(parts) < 2:
        return
    sums = list(accumulate(part.number for part in parts))
    if wholes[-1].number not in sums:
        yield wholes[-1].number, parts


def _payments_near_expenditure(evaluation: Evaluation) -> Iterator[Objection]:
    """Compare what the results say was paid out with the expenditure, where the two are close but differ."""
    spent = evaluation.filing.expenditure
    results = section(evaluation, SectionName.PERFORMANCE)
    if spent is None or results is None or len(amounts(results.text)) < 2:
        return
    paid = any_word(evaluation.pack, "paid_words")
    parts = tuple(
        each
        for each in amounts_apart(results.text, evaluation.pack).totals
        if paid.search(lead(results.text, each)) and each.number < spent.yuan
    )
    gap = abs(sum((part.number for part in parts), Decimal(0)) - spent.yuan)
    if len(parts) > 1 and 0 < gap <= spent.yuan * evaluation.pack.thresholds["same_amount_share"]:
        yield _objection(results, spent.yuan, parts)


def _objection(said_in: Section, whole: Decimal, parts: tuple[Mention, ...]) -> Objection:
    total = sum((part.number for part in parts), Decimal(0))
    return Objection(
        where=said_in.heading,
        message=f"所列 {'、'.join(part.text for part in parts)}合计 {Money(total)}，总额为 {Money(whole)}。",
        remedy="请核对分项和总额；没有列全的，请补全或写明“等”。",
        place=said_in.place,
    )
