"""How an indicator is measured, told by its sign, its name and its value, in that order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jiping.domain.errors import PackFault
from jiping.domain.filing import Indicator
from jiping.domain.lexicon import Lexicon
from jiping.domain.value.kinds import Comparator, Value, ValueKind
from jiping.domain.words import any_of
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind
from jiping.rulepack.table import texts

_AT_MOST = (Comparator.AT_MOST, Comparator.LESS)
_BY_VALUE = {
    ValueKind.DATE: IndicatorKind.DATE,
    ValueKind.PERIOD: IndicatorKind.DATE,
    ValueKind.YES_NO: IndicatorKind.YES_NO,
}


@dataclass(frozen=True, slots=True)
class NamedKind:
    """A kind recognised by the indicator's name, only for values of the given kinds where any are given."""

    kind: IndicatorKind
    name: re.Pattern[str]
    values: frozenset[ValueKind]

    def claims(self, names: str, value: Value) -> bool:
        return (not self.values or value.kind in self.values) and self.name.search(names) is not None


def named_kinds(pack: RulePack) -> tuple[NamedKind, ...]:
    """Return the rows of the pack's table `indicator_kinds`, first match first; PackFault for a kind there is not."""
    return tuple(
        NamedKind(
            _kind(str(row["kind"])),
            any_of(texts(row, "words")),
            frozenset(map(ValueKind, texts(row, "values") if "values" in row else ())),
        )
        for row in pack.table("indicator_kinds")
    )


def _kind(name: str) -> IndicatorKind:
    try:
        return IndicatorKind(name)
    except ValueError:
        raise PackFault(
            f"indicator_kinds 里的类别“{name}”不存在。", remedy=f"可用的类别：{'、'.join(IndicatorKind)}。"
        ) from None


def kind_of(
    row: Indicator, target: Value, actual: Value, named: Sequence[NamedKind], lexicon: Lexicon
) -> IndicatorKind:
    """Return the kind of the row. Where the target is blank, the actual stands in for it."""
    value = actual if target.kind is ValueKind.BLANK else target
    if value.number is None or value.kind is ValueKind.CLASS:
        return _BY_VALUE.get(value.kind, IndicatorKind.QUALITATIVE)
    if value.comparator in _AT_MOST:
        return IndicatorKind.NEGATIVE
    names = f"{row.level2 or ''}\n{row.level3}"
    by_name = next((each.kind for each in named if each.claims(names, value)), None)
    if by_name is not None and by_name is not IndicatorKind.NEGATIVE:
        return by_name
    unsigned = value.comparator is None
    if value.number == 0 and value.upper is None and (unsigned or value.comparator is Comparator.EQUAL):
        return IndicatorKind.NEGATIVE  # nothing falls short of zero: the target forbids
    if value.comparator is Comparator.EQUAL or value.upper is not None:
        return IndicatorKind.EXACT
    if unsigned and (by_name is not None or lexicon.lower_is_better_name.search(names)):
        return IndicatorKind.NEGATIVE
    return IndicatorKind.POSITIVE
