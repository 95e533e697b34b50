"""TG20."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jiping.checks.check import Objection, Scope, check
from jiping.checks.prose import whole_text
from jiping.checks.wordlist import any_word, found
from jiping.checks.years import Succession, same_rows, successions
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Comparator, Value, ValueKind
from jiping.scoring.score import Evaluation, RowScore

_SET = (ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.DURATION)
_UPWARDS = (Comparator.AT_LEAST, Comparator.MORE)
_DOWNWARDS = (Comparator.AT_MOST, Comparator.LESS)


@check(code="TG20", severity=Severity.WARN, scope=Scope.UNIT, rests_on=(Figure.TARGET, Figure.ACTUAL))
def target_is_not_lowered(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """指标值不应无故低于上年的指标值或上年已做到的水平。

    为何：目标定得比做到过的还低，得满分也不说明有进步；指标值应与往年水平相衔接。
    反例：2023 年指标值≥95%、实际 97%，2024 年指标值改为≥85%，没有说明。
    正例：2024 年指标值≥95%；或写明因任务减少而调低。
    说明：成本指标不比较；比上年完成值略低的不算。
    """
    for pair in successions(tuple(evaluations)):
        reasons = any_word(pair.now.pack, "lowered_target_reasons")
        if reasons.search(whole_text(pair.now)):
            continue
        for before, now in same_rows(pair):
            fault = _fault(pair, before, now)
            if fault and not reasons.search(now.row.reason or ""):
                yield Objection(
                    where=now.row.level3,
                    message=f"{pair.now.filing.year} 年指标值 {now.row.target}，{fault}，没有说明原因。",
                    remedy="请说明调整指标值的原因；没有原因的，今后按往年水平设定。",
                    place=now.row.place,
                    about=pair.now,
                )


def _fault(pair: Succession, before: RowScore, now: RowScore) -> str:
    target, actual = before.target, before.actual
    if _is_easier(pair, now, target):
        return f"比{pair.year_before}的指标值 {before.row.target} 放宽了"
    slack = pair.now.pack.thresholds["target_slack"]
    if _is_comparable(now.target, actual) and now.target.comparator in _UPWARDS and _number(actual) > 0:
        return (
            f"低于{pair.year_before}的完成值 {before.row.actual} 较多"
            if _number(now.target) < _number(actual) * slack
            else ""
        )
    return ""


def _is_easier(pair: Succession, now: RowScore, target: Value) -> bool:
    if not _is_comparable(now.target, target):
        return False
    if now.target.comparator in _DOWNWARDS and target.comparator in _DOWNWARDS:
        return _number(now.target) > _number(target)
    if now.target.comparator in _DOWNWARDS or found(pair.now.pack, "lower_is_better", now.row.level3):
        return False
    return _number(now.target) < _number(target)


def _is_comparable(one: Value, other: Value) -> bool:
    return (
        one.kind in _SET and (one.kind, one.unit) == (other.kind, other.unit) and one.is_measured and other.is_measured
    )


def _number(value: Value) -> Decimal:
    return value.number or Decimal(0)
