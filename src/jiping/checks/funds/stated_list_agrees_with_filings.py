"""FU23."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jiping.checks.check import Objection, Scope, check
from jiping.checks.fund_block import spent
from jiping.checks.payments import amounts_apart
from jiping.checks.prose import sentences_with
from jiping.checks.quotation import quote
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import Money
from jiping.scoring.score import Evaluation

_COUNT = re.compile(r"(\d{1,4})\s*个")


@check(code="FU23", severity=Severity.WARN, scope=Scope.UNIT_YEAR, rests_on=(Figure.MONEY,))
def stated_list_agrees_with_filings(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """写明的自评项目个数和金额合计应与各份自评相符。

    为何：项目清单与自评表对不上，不是漏报了项目，就是合计算错。
    反例：写“本单位自评项目 6 个，支出合计 649.76 万元”，交来的只有 5 份。
    正例：个数、合计与各份自评表一致。
    说明：没有写清单的、只校核一份的不判断；个数不符时不再比较金额。
    """
    if len(evaluations) < 2:
        return
    listed = any_word(evaluations[0].pack, "project_list_words")
    for evaluation in evaluations:
        for told, sentence in sentences_with(listed, evaluation):
            count = _COUNT.search(listed.split(sentence, 1)[-1])
            fault = _fault(evaluations, int(count[1]), sentence) if count else ""
            if fault:
                yield Objection(
                    where=told.heading,
                    message=f"{quote(sentence)}，{fault}。",
                    remedy="请对照项目清单，补报漏报的项目或更正合计。",
                    place=told.place,
                    about=evaluation,
                )
                return


def _fault(evaluations: Sequence[Evaluation], count: int, sentence: str) -> str:
    if count != len(evaluations):
        return f"这一批中本单位该年度的自评有 {len(evaluations)} 份"
    money = [spent(each) for each in evaluations]
    stated = amounts_apart(sentence, evaluations[0].pack).totals
    known = [each.yuan for each in money if each is not None]
    total = sum(known, Decimal(0))
    if len(known) < count or not stated or any(each.number == total for each in stated):
        return ""
    return f"各份自评的支出合计为 {Money(total)}"
