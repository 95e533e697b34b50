"""Whether a number without a unit means the percentage it stands beside."""

from fractions import Fraction

from jiping.domain.lexicon import Lexicon
from jiping.domain.value.kinds import Value, ValueKind
from jiping.rulepack.rules import IndicatorKind

SHARE_LIKELY = 50  # per cent; below it a bare 0.3 could as well mean 0.3 %
_WHOLE = 100
_RATES = (IndicatorKind.SATISFACTION, IndicatorKind.EXECUTION)


def differ_by_percent(kind: IndicatorKind, name: str, target: Value, actual: Value, lexicon: Lexicon) -> bool:
    """Tell whether one side is a percentage and the other a bare number that nothing says is one."""
    if _is_bare(target) and actual.kind is ValueKind.PERCENT:
        bare, percent = target.number, actual.number
    elif _is_bare(actual) and target.kind is ValueKind.PERCENT:
        bare, percent = actual.number, target.number
    else:
        return False
    if not bare or percent is None or kind in _RATES or lexicon.rate_name.search(name):
        return False
    if lexicon.count_name.search(name):
        return True
    return not _are_alike(Fraction(bare), Fraction(percent))


def is_share(bare: Fraction, percent: Fraction) -> bool:
    """Tell whether `bare` is a share of one: 0.96 beside 98 %."""
    return 0 < bare <= 1 and percent >= SHARE_LIKELY


def _are_alike(bare: Fraction, percent: Fraction) -> bool:
    """Tell whether the two can be one scale: up to 1 a share, otherwise both in the upper half of a hundred."""
    return 0 < bare <= 1 or (SHARE_LIKELY <= bare <= _WHOLE and SHARE_LIKELY <= percent <= _WHOLE)


def _is_bare(value: Value) -> bool:
    return value.kind is ValueKind.NUMBER and value.unit is None and value.scale == 1
