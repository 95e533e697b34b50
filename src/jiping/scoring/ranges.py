"""An actual past the better end of a target that is a range: 96 % where 90 % to 95 % was asked."""

from jiping.domain.lexicon import Lexicon
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.measured import Measured
from jiping.scoring.wording import amount

_STRICT = (IndicatorKind.EXECUTION, IndicatorKind.DATE)


def passed(kind: IndicatorKind, name: str, pair: Measured, lexicon: Lexicon) -> str | None:
    """Return how the actual passes the range at the end the indicator is to grow towards, and why that is met.

    None for an actual that does not, for a name that does not say which end is the better, and under a pack whose
    ranges must not be passed.
    """
    if pair.upper is None or kind in _STRICT or not lexicon.range_may_be_passed:
        return None
    if lexicon.lower_is_better_name.search(name) or lexicon.no_is_good_name.search(name):
        if pair.actual >= pair.target:
            return None
        side, bound, why = "低于", f"下限 {amount(pair.target, pair.unit)}", "以低为好"
    elif lexicon.rate_name.search(name) or lexicon.count_name.search(name + pair.unit):
        if pair.actual <= pair.upper:
            return None
        side, bound, why = "高于", f"上限 {amount(pair.upper, pair.unit)}", "以高为好"
    else:
        return None
    return f"{amount(pair.actual, pair.unit)} {side}范围的{bound}，指标{why}，按达到计"
