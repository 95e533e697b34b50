"""Mark one row under one pack; rows that say the same are marked once."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from jiping.domain.errors import PackFault
from jiping.domain.filing import Indicator
from jiping.domain.value.kinds import Value
from jiping.domain.value.parse import parse_value
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind, Method
from jiping.scoring.catalogue import scoring_rules
from jiping.scoring.comparison import Comparison, compare
from jiping.scoring.kinds import kind_of, named_kinds
from jiping.scoring.rounding import rounded
from jiping.scoring.rule import Assessment, Earned
from jiping.scoring.spending import in_budget_words

MEMORY_SIZE = 50_000
_MOST_POINTS = 10_000  # a weight beyond this is a slip of the pen; so is one with more decimals than a form shows
_MOST_DECIMALS = 6

_PROBE_WEIGHT = Decimal(10)
_PROBE = Indicator(None, None, "试算", "10", "9", _PROBE_WEIGHT)

_what_counts = attrgetter("level2", "level3", "target", "actual", "weight")  # the cells a mark depends on


class RowScore(NamedTuple):
    """One row evaluated. `exact` is before rounding, `points` after; both None when the rule could not say.

    `met` tells whether the actual reaches the target (None: cannot be told). `arithmetic` is the whole derivation,
    rounding included: `96 % ÷ 98 % × 10 = 9.7959… → 向下取整 9`.
    """

    row: Indicator
    kind: IndicatorKind
    target: Value
    actual: Value
    exact: Fraction | None
    points: Decimal | None
    met: bool | None
    share: Fraction | None
    rule: str
    arithmetic: str


class Marker:
    """Marks rows by the methods of one pack."""

    def __init__(self, pack: RulePack) -> None:
        self._lexicon = pack.lexicon
        self._methods = pack.methods
        self._named = named_kinds(pack)
        self._rules = scoring_rules()
        self._memory: dict[object, RowScore] = {}

    def mark(self, row: Indicator) -> RowScore:
        """Return what the row earns."""
        if row.weight is not None and not row.weight.is_finite():
            return self._mark(row)  # NaN equals nothing, itself included: it cannot be a key
        key = _what_counts(row)
        known = self._memory.get(key)
        if known is not None:
            return RowScore(row, *known[1:])
        if len(self._memory) >= MEMORY_SIZE:
            self._memory.clear()
        score = self._memory[key] = self._mark(row)
        return score

    def mark_spending(self, row: Indicator) -> RowScore:
        """Return what a budget line earns, its money compared as an execution rate."""
        score = self._mark(row, IndicatorKind.EXECUTION)
        return score._replace(arithmetic=in_budget_words(score.arithmetic))

    def _mark(self, row: Indicator, kind: IndicatorKind | None = None) -> RowScore:
        target, actual = parse_value(row.target, self._lexicon), parse_value(row.actual, self._lexicon)
        if kind is None:
            kind = kind_of(row, target, actual, self._named, self._lexicon)
        method = self._methods[kind]
        found = compare(kind, row.level3, target, actual, self._lexicon)
        earned = _unweighable(row.weight)
        points: Decimal | None = None
        arithmetic = earned.working if earned else ""
        if earned is None and row.weight is not None:
            earned = self._apply(Assessment(row, kind, target, actual, row.weight, found), method)
            points, arithmetic = _rounded(earned, row.weight, method)
        exact, share = (earned.points, earned.share) if earned else (None, None)
        return RowScore(row, kind, target, actual, exact, points, _met(found, share), share, method.rule, arithmetic)

    def _apply(self, seen: Assessment, method: Method) -> Earned:
        rule = self._rules.get(method.rule)
        if rule is None:
            raise PackFault(f"没有名为“{method.rule}”的评分规则。", remedy=f"可用的规则：{'、'.join(self._rules)}。")
        return rule.apply(seen, method.parameters)

    def faults(self) -> Iterator[PackFault]:
        """Yield a fault for every method that names no rule, or gives its rule parameters it cannot use."""
        for kind, method in self._methods.items():
            target, actual = parse_value("10", self._lexicon), parse_value("9", self._lexicon)
            found = compare(kind, _PROBE.level3, target, actual, self._lexicon)
            try:
                self._apply(Assessment(_PROBE, kind, target, actual, _PROBE_WEIGHT, found), method)
            except PackFault as fault:
                yield PackFault(fault.what, why=fault.why, remedy=fault.remedy, place=method.place)


@lru_cache(maxsize=32)
def marker_of(pack: RulePack) -> Marker:
    """Return the marker of a pack; a pack is compared by identity, so it keeps what it has marked."""
    return Marker(pack)


def _unweighable(weight: Decimal | None) -> Earned | None:
    """Return the reason why nothing can be earned by this weight, None for an ordinary one."""
    if weight is None:
        return Earned(None, "没有填分值，无法计分")
    if not weight.is_finite():
        return Earned(None, "分值不是数字，无法计分")
    if weight <= 0:
        return Earned(None, f"分值 {weight:.6g} 不是正数，无法计分")
    exponent = weight.as_tuple().exponent
    if weight > _MOST_POINTS or not isinstance(exponent, int) or exponent < -_MOST_DECIMALS:
        return Earned(None, f"分值 {weight:.6g} 不合常理，无法计分")
    return None


def _rounded(earned: Earned, weight: Decimal, method: Method) -> tuple[Decimal | None, str]:
    if earned.points is None:
        return None, earned.working
    points = rounded(earned.points, weight, method.rounding)
    if Fraction(points) == earned.points:
        return points, earned.working
    return points, f"{earned.working} → {method.rounding.mode.label} {points:f}"


def _met(found: Comparison, share: Fraction | None) -> bool | None:
    """Return whether the target is reached; a rule that grants the whole share to more than "=" asked for says yes."""
    return True if found.met is False and share == 1 else found.met
