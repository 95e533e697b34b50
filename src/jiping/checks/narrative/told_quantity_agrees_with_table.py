"""NA25."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from jiping.checks.check import Objection, check
from jiping.checks.quotation import quote
from jiping.checks.told_briefly import is_meant_briefly
from jiping.checks.told_rows import result_clauses, speaks_of, told_name
from jiping.domain.doubt import Figure
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.domain.units import is_measure_word, spelled
from jiping.domain.value.kinds import Value, ValueKind
from jiping.domain.value.parse import parse_value
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.measured import in_one_unit
from jiping.scoring.score import Evaluation, RowScore

_QUANTITY = re.compile(r"(\d[\d,]*+(?:\.\d++)?+)\s*+([万亿]?)(%|[㎡A-Za-z]{1,3}|[一-鿿]{1,4})")
_COUNTED = (ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.DURATION)
_ROUNDED_TO = Fraction(1, 20)


class _Told(NamedTuple):
    section: Section
    clause: str
    lead: str
    value: Value


@check(code="NA25", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.ACTUAL,))
def told_quantity_agrees_with_table(evaluation: Evaluation) -> Iterator[Objection]:
    """完成情况写的数量应与评分表的实际完成值一致。

    为何：同一件事做了多少只有一个数；两处不同，无法确定按哪个计分。
    反例：完成情况写“购置办公电脑50台”，评分表“购置办公电脑数量”实际完成值 60台。
    正例：两处都是 60台。
    说明：只看写出指标名称、只写了一个数的；名称写得短（培训1350人次、合格率88%）的，全表只有一行对得上才比较；
    约数、目标、分项、累计和以往年度的数不比较。
    """
    quantities = _quantities(evaluation)
    counted = [row for row in evaluation.rows if _is_counted(row)] if quantities else []
    for row in counted:
        told = [
            each for each in quantities if _is_counted_alike(each, row) and _is_of(each, row, counted, evaluation.pack)
        ]
        if told and len({each.value.text for each in told}) == 1 and not _same(told[0].value, row.actual):
            yield Objection(
                where=told[0].section.heading,
                message=f"正文写{quote(told[0].clause)}，评分表“{row.row.level3}”实际完成值为 {row.row.actual}，两处不一致。",
                remedy="请核对实际完成数，改正错的一处。",
                place=told[0].section.place,
            )


def _is_of(told: _Told, row: RowScore, rows: Sequence[RowScore], pack: RulePack) -> bool:
    """Tell whether a quantity is the row's: by the row's name, or by part of it where no other row has that part."""
    name = told_name(row.row.level3, pack)
    if name and speaks_of(told.lead, name, pack):
        return True
    return [each for each in rows if is_meant_briefly(told.lead, told.value, each, pack)] == [row]


def _quantities(evaluation: Evaluation) -> list[_Told]:
    """Return every quantity of the told results, each with the words of its clause that lead to it."""
    found = []
    for section, clause in result_clauses(evaluation):
        start = 0
        for match in _QUANTITY.finditer(clause):
            number, scale, unit = match.groups()
            if is_measure_word(unit):
                value = parse_value(f"{number}{scale}{spelled(unit)}", evaluation.pack.lexicon)
                found.append(_Told(section, clause.strip(), clause[start : match.start()].strip(), value))
            start = match.end(2)
    return found


def _is_counted(row: RowScore) -> bool:
    actual = row.actual
    exact = actual.comparator is None and actual.upper is None and not actual.extra
    return exact and actual.unit is not None and actual.kind in _COUNTED and row.kind is not IndicatorKind.SATISFACTION


def _is_counted_alike(told: _Told, row: RowScore) -> bool:
    return told.value.kind is row.actual.kind and not isinstance(in_one_unit(row.actual, told.value), str)


def _same(told: Value, actual: Value) -> bool:
    pair = in_one_unit(actual, told)
    if isinstance(pair, str) or pair.actual == pair.target:
        return True
    is_rounded = told.scale != actual.scale or told.unit != actual.unit
    return is_rounded and abs(pair.actual - pair.target) <= _ROUNDED_TO * abs(pair.target)
