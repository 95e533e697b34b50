"""NA28."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import total_line
from jiping.checks.prose import amounts
from jiping.checks.quotation import quote
from jiping.checks.told_rows import result_clauses
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_WHEN = re.compile(r"^(?:\s|20\d\d\s*年度?|[全本]年度?|[本该]?项目)*")


@check(code="NA28", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.MONEY,))
def told_outlay_within_budget(evaluation: Evaluation) -> Iterator[Objection]:
    """完成情况写的投入不应超过项目资金。

    为何：资金总额是全部来源之和；写的投入比它还多，不是金额写错，就是算进了别的项目。
    反例：资金总额全年预算 60 万元、执行 55.2 万元，完成情况写“2024年投入120万元”。
    正例：完成情况写“2024年投入55.2万元”。
    说明：累计、带动、配套的投入不比较。
    """
    line = total_line(evaluation)
    known = [] if line is None else [each for each in (line.full_year, line.initial, line.executed) if each is not None]
    if line is None or not known or max(known).yuan <= 0:
        return
    outlay = any_word(evaluation.pack, "outlay_leads")
    for told, clause in result_clauses(evaluation):
        stated = amounts(clause)
        if len(stated) != 1 or stated[0].number <= max(known).yuan:
            continue
        if outlay.fullmatch(_WHEN.sub("", clause[: stated[0].start]).strip()):
            yield Objection(
                where=told.heading,
                message=f"正文写{quote(clause)}，超过{line.name} {max(known)}。",
                remedy="请按决算核对金额；含有其他项目或以前年度投入的，请写明。",
                place=told.place,
            )
