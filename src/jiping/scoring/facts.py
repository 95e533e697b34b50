"""The facts a narrative may quote, each written in exactly one way, and the quotes that no longer hold."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jiping.domain.filing import BoundNumber, Section
from jiping.domain.money import plain
from jiping.domain.value.kinds import ValueKind
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation, RowScore
from jiping.scoring.spending import total_line


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact under the name that templates and bound numbers use; `render` is None where the filing is silent."""

    name: str
    label: str
    render: Callable[[Evaluation], str | None]


def facts(evaluation: Evaluation) -> Mapping[str, str]:
    """Return every fact the filing states or its score yields: `expenditure` → `6 万元`, `actual.服务对象满意度` → `96%`.

    A fact the filing is silent about is missing; indicators that share a name have no facts of their own.
    """
    found = {fact.name: fact.render(evaluation) for fact in FACTS}
    for row in _with_own_name(evaluation.rows):
        found[target_of(row)] = row.row.target
        found[actual_of(row)] = row.row.actual
    return {name: text.strip() for name, text in found.items() if text and text.strip()}


def target_of(row: RowScore) -> str:
    """Return the name of the fact that is the row's target."""
    return f"target.{row.row.level3}"


def actual_of(row: RowScore) -> str:
    """Return the name of the fact that is the row's actual value."""
    return f"actual.{row.row.level3}"


def label_of(name: str) -> str:
    """Return what a clerk calls the fact; a name nobody knows stays as it is."""
    kind, _, level3 = name.partition(".")
    if level3 and kind in _VALUES:
        return f"{level3}的{_VALUES[kind]}"
    return next((fact.label for fact in FACTS if fact.name == name), name)


def drifted(section: Section, known: Mapping[str, str]) -> Iterator[tuple[BoundNumber, str | None]]:
    """Yield each bound number the prose no longer states as the fact now stands, with that fact (None: it is gone)."""
    starts = {number.start for number in section.bound}
    for number in section.bound:
        now = known.get(number.fact)
        if now is None or not _states(section.text, now, number, starts):
            yield number, now


def _states(text: str, now: str, number: BoundNumber, starts: set[int]) -> bool:
    """Tell whether the prose says `now` where the number was bound, or, if it was moved, at a place no other claims."""
    if text.startswith(number.text, number.start):
        return number.text == now
    whole = rf"(?<![0-9.]){re.escape(now)}(?![0-9])"
    return any(found.start() == number.start or found.start() not in starts for found in re.finditer(whole, text))


def _with_own_name(rows: tuple[RowScore, ...]) -> Iterator[RowScore]:
    uses = Counter(row.row.level3 for row in rows)
    return (row for row in rows if row.row.level3 and uses[row.row.level3] == 1)


def _expenditure(evaluation: Evaluation) -> str | None:
    money = evaluation.filing.expenditure
    return None if money is None else f"{money}"


def _total(evaluation: Evaluation) -> str | None:
    return None if evaluation.total is None else f"{plain(evaluation.total)} 分"


def _of_fund_total(field: str) -> Callable[[Evaluation], str | None]:
    def render(evaluation: Evaluation) -> str | None:
        line = total_line(evaluation.filing.funds, evaluation.pack)
        money = None if line is None else getattr(line, field)
        return None if money is None else f"{money}"

    return render


def _year(evaluation: Evaluation) -> str | None:
    year = evaluation.filing.year
    return None if year is None else f"{year}"


def _actual_of_the_only(kind: IndicatorKind) -> Callable[[Evaluation], str | None]:
    def render(evaluation: Evaluation) -> str | None:
        rows = [row for row in evaluation.rows if row.kind is kind]
        return _actual(rows[0]) if len(rows) == 1 else None

    return render


def _actual(row: RowScore) -> str | None:
    value = row.actual
    bare = value.comparator is None and value.upper is None and value.extra == 0
    if value.kind is ValueKind.PERCENT and value.number is not None and bare:
        return f"{plain(value.number)}%"
    return row.row.actual


def _row_count(evaluation: Evaluation) -> str | None:
    return f"{len(evaluation.rows)} 项" if evaluation.rows else None


def _missed_count(evaluation: Evaluation) -> str | None:
    return f"{sum(row.met is False for row in evaluation.rows)} 项" if evaluation.rows else None


_VALUES = {"target": "年初指标值", "actual": "实际完成值"}

FACTS = (
    Fact("unit", "填报单位", lambda evaluation: evaluation.filing.unit),
    Fact("department", "主管部门", lambda evaluation: evaluation.filing.department),
    Fact("project", "项目名称", lambda evaluation: evaluation.filing.project),
    Fact("year", "项目年度", _year),
    Fact("started", "项目实施开始时间", lambda evaluation: evaluation.filing.started),
    Fact("finished", "项目实施完成时间", lambda evaluation: evaluation.filing.finished),
    Fact("expenditure", "项目支出", _expenditure),
    Fact("budget", "全年预算数", _of_fund_total("full_year")),
    Fact("executed", "全年执行数", _of_fund_total("executed")),
    Fact("total", "自评得分", _total),
    Fact("grade", "等级", lambda evaluation: evaluation.grade),
    Fact("full_mark", "满分", lambda evaluation: f"{plain(evaluation.pack.full_mark)} 分"),
    Fact("satisfaction", "满意度", _actual_of_the_only(IndicatorKind.SATISFACTION)),
    Fact("execution_rate", "预算执行率", _actual_of_the_only(IndicatorKind.EXECUTION)),
    Fact("row_count", "指标项数", _row_count),
    Fact("missed_count", "未达到指标值的项数", _missed_count),
)
