"""FU06."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import total_line
from jiping.checks.prose import whole_text
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.filing import FundLine
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="FU06", severity=Severity.BLOCK, basis="budget_law_57", rests_on=(Figure.MONEY,))
def executed_within_budget(evaluation: Evaluation) -> Iterator[Objection]:
    """执行数不应超过全年预算数，用了结转资金的应写明。

    为何：支出必须按预算执行；超出部分须说明来源。
    反例：全年预算 100 万元，执行 110 万元，没有上年结转。
    正例：全年预算 100 万元，上年结转 10 万元，执行 110 万元。
    说明：其他资金已在全年预算之内的，不能说明超出的部分。
    """
    line = total_line(evaluation)
    if line is None or line.full_year is None or line.executed is None or line.executed <= line.full_year:
        return
    if not line.full_year.yuan:
        return
    carried = any_word(evaluation.pack, "carry_over_words")
    if any(carried.search(each.name) and _unbudgeted(each) for each in evaluation.filing.funds):
        return
    if carried.search(whole_text(evaluation)):
        return
    yield Objection(
        where=line.name,
        message=f"执行 {line.executed}，超过全年预算 {line.full_year}，没有写明使用结转资金。",
        remedy="请核对两数；用了上年结转或其他资金的，请单列一行写明。",
        place=line.place,
    )


def _unbudgeted(line: FundLine) -> bool:
    """Tell whether more was spent than budgeted; what the full-year budget holds already explains no surplus."""
    if line.executed is None or line.executed.yuan <= 0:
        return False
    return line.full_year is None or line.executed > line.full_year
