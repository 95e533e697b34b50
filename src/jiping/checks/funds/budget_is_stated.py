"""FU01."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import spent
from jiping.checks.prose import occurrences, section
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.words import alternatives
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation


@check(code="FU01", severity=Severity.BLOCK, basis="self_evaluation_measures_2020")
def budget_is_stated(evaluation: Evaluation) -> Iterator[Objection]:
    """写了支出的，应写明年初预算或全年预算。

    为何：没有预算数，预算执行率就无从计算，100% 也无法复核。
    反例：2024 年项目支出 6 万元，预算执行率 100%。
    正例：年初预算 6 万元，全年预算 6 万元，执行 6 万元，执行率 100%。
    说明：只有指标、没有资金栏和项目概况的表样无处可写，不核对。
    """
    filing = evaluation.filing
    money = spent(evaluation)
    rate = next(
        (each.row for each in evaluation.rows if each.kind is IndicatorKind.EXECUTION and each.row.actual), None
    )
    if money is None and rate is None:
        return
    told = section(evaluation, SectionName.OVERVIEW)
    if money is None and told is None and not filing.funds:
        return
    if any(line.initial is not None or line.full_year is not None for line in filing.funds):
        return
    if next(occurrences(_budget(evaluation.pack), evaluation), None) is not None:
        return
    spending = "" if money is None else f"只写支出 {money}，"
    unproven = "" if rate is None else f"，{rate.level3} {rate.actual} 无从计算"
    yield Objection(
        where="项目资金" if told is None else told.heading,
        message=f"{spending}没有写年初预算数和全年预算数{unproven}。",
        remedy="请补写年初预算数、全年预算数和全年执行数。",
        place=None if told is None else told.place,
    )


@lru_cache(maxsize=64)
def _budget(pack: RulePack) -> re.Pattern[str]:
    """Matches a budget word with its amount: 年初预算安排 6 万元."""
    return re.compile(rf"(?:{alternatives(pack.words('budget_words'))})[^\d，,。；;\n]{{0,8}}\d[\d,.]*\s*[万亿]?元")
