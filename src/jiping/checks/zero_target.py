"""Targets of zero: some forbid (no accidents), the others ask for nothing."""

from jiping.checks.wordlist import found
from jiping.domain.value.kinds import Comparator, Value, ValueKind
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore

_COUNTED = (ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.MONEY)


def asks_for_nothing(scored: RowScore, pack: RulePack) -> bool:
    """Tell whether the target is a zero that any amount of work, even none, reaches.

    A floor of zero asks for nothing; "=0" forbids, unless the name speaks of work to be done; a bare zero is told
    by its name, or by work that was done all the same.
    """
    target, name = scored.target, scored.row.level3
    if target.number != 0 or target.upper is not None or target.extra or target.kind not in _COUNTED:
        return False
    if pack.lexicon.lower_is_better_name.search(name) or pack.lexicon.no_is_good_name.search(name):
        return False
    if target.comparator is Comparator.AT_LEAST:
        return True
    if target.comparator not in (None, Comparator.EQUAL):
        return False
    grows = found(pack, "growing_names", name) is not None
    return grows or (target.comparator is None and scored.points is None and is_positive(scored.actual))


def is_positive(value: Value) -> bool:
    return value.kind in _COUNTED and value.number is not None and value.number > 0
