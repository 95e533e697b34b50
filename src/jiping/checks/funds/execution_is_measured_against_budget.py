"""FU03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.payments import amounts_apart, lead
from jiping.checks.prose import sections, sentences, whole_text
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import Money
from jiping.scoring.score import Evaluation


@check(code="FU03", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.MONEY,))
def execution_is_measured_against_budget(evaluation: Evaluation) -> Iterator[Objection]:
    """预算执行率应以全年预算数为分母，不以到位数为分母。

    为何：拨来多少就用多少，总是 100%；执行率要看预算完成得怎样。
    反例：财政拨付 474.37 万元，执行数 474.37 万元，执行率 100%。
    正例：全年预算 480 万元，执行数 474.37 万元，执行率 98.83%。
    """
    if any(line.full_year is not None for line in evaluation.filing.funds):
        return
    pack = evaluation.pack
    rate, budget, received = (
        any_word(pack, name) for name in ("execution_rate_words", "budget_words", "received_words")
    )
    if not rate.search(whole_text(evaluation)):
        return
    for _, each in sections(evaluation):
        if not rate.search(each.text):
            continue
        for sentence in sentences(each.text):
            if not rate.search(sentence) or budget.search(sentence):
                continue
            totals = amounts_apart(sentence, pack).totals
            base = next((amount for amount in totals if received.search(lead(sentence, amount))), None)
            if base is not None:
                yield Objection(
                    where=each.heading,
                    message=f"执行率以拨付到位的 {Money(base.number)}为分母，文中没有全年预算数。",
                    remedy="请写明全年预算数，并以它为分母重新计算执行率。",
                    place=each.place,
                )
