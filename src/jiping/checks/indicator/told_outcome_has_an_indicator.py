"""IN07."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import people, section
from jiping.checks.quotation import quote, quoted
from jiping.checks.wordlist import found, is_one_of
from jiping.domain.filing import Section, SectionName
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation, RowScore

_RATE = re.compile(r"率(?:均?达到?|约?为|是)?\s*(\d+(?:\.\d+)?)\s*[%％]")
_BOUNDARY = re.compile(r"[，。、；：,;:\s（(]")


@check(code="IN07", severity=Severity.WARN, basis="target_measures_2015")
def told_outcome_has_an_indicator(evaluation: Evaluation) -> Iterator[Objection]:
    """正文中用数字说明的成果，评分表应有相应的指标。

    为何：最能说明成效的数字不进评分表，得分就与成效无关，也无人核对。
    反例：正文写“工伤保险参保率达 100%”“4542 人符合条件”，评分表没有参保率，也没有一项按人计数。
    正例：数量指标设“发放补助人数”，质量指标设“新开工项目工伤保险参保率”。
    说明：只看评价情况和项目绩效两部分；政策背景中的数字不算；发出的款项没有指标的，由资金检查指出。
    """
    for part in (SectionName.EVALUATION, SectionName.PERFORMANCE):
        told = section(evaluation, part)
        if told is not None:
            yield from _rates(evaluation, told)
    yield from _head_counts(evaluation)


def _rates(evaluation: Evaluation, told: Section) -> Iterator[Objection]:
    for match in _RATE.finditer(told.text):
        before = told.text[max(0, match.start() - 30) : match.start()]
        name = _BOUNDARY.split(before)[-1] + "率"
        tail = name[-3:]
        if not found(evaluation.pack, "told_rates_known", tail) and not _named(evaluation, tail):
            yield _objection(told, f"正文写{quote(f'{name} {match[1]}%')}，评分表中没有{tail}的指标。")


def _head_counts(evaluation: Evaluation) -> Iterator[Objection]:
    told = section(evaluation, SectionName.PERFORMANCE) or section(evaluation, SectionName.EVALUATION)
    counts = people(told.text) if told is not None else ()
    if told is not None and counts and not any(_counts_heads(evaluation.pack, each) for each in evaluation.rows):
        yield _objection(told, f"正文写{quoted([each.text for each in counts])}，评分表中没有一项按人数计量的指标。")


def _counts_heads(pack: RulePack, each: RowScore) -> bool:
    unit = each.target.unit or each.actual.unit
    counted = unit is not None and is_one_of(pack, "head_count_units", unit)
    return counted or found(pack, "head_count_words", each.row.level3) is not None


def _named(evaluation: Evaluation, words: str) -> bool:
    return any(words in each.row.level3 for each in evaluation.rows)


def _objection(told: Section, message: str) -> Objection:
    return Objection(
        where=told.heading,
        message=message,
        remedy="请增设相应的指标，写明目标值、实际完成值和数据来源；与本项目资金无关的，请从正文删去。",
        place=told.place,
    )
