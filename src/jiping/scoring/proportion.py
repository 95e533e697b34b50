"""The degree of achievement: actual over target, or target over actual where the target is a ceiling."""

from fractions import Fraction

from jiping.domain.money import plain
from jiping.scoring.comparison import Comparison
from jiping.scoring.earning import full, part, unclear, without_numbers
from jiping.scoring.rule import Assessment, Earned
from jiping.scoring.wording import amount


def proportion(found: Comparison) -> Fraction | str:
    """Return the degree of achievement, above 1 when surpassed, or a clause that says why there is none."""
    if found.target is None or found.actual is None:
        return found.verdict
    if found.target == 0:
        return "年初指标值为 0，不能作除数"
    if found.target < 0:
        return "年初指标值是负数，没有比例可言"
    if not found.ceiling:
        return max(found.actual, Fraction(0)) / found.target
    return found.target / found.actual if found.actual > 0 else Fraction(1)


def percent_of(found: Comparison) -> tuple[Fraction, Fraction] | str:
    """Return actual and target in per cent: as they stand when they are percentages, else against a target of 100."""
    share = proportion(found)
    if isinstance(share, str) or found.target is None or found.actual is None:
        return share if isinstance(share, str) else found.verdict
    if found.unit == "%" and not found.ceiling:
        return found.actual, found.target
    return share * 100, Fraction(100)


def by_proportion(seen: Assessment, found: Comparison) -> Earned:
    """Return the points in proportion to achievement; a target that is met, or surpassed, earns them all."""
    if found.target is None or found.actual is None:
        return without_numbers(seen)
    if found.ceiling and found.met:
        return full(seen, found.verdict)
    share = proportion(found)
    if isinstance(share, str):
        return unclear(share)
    was, wanted = amount(found.actual, found.unit), amount(found.target, found.unit)
    if found.actual == found.target and not found.met:
        return unclear(f"实际完成值恰好是界限 {wanted}，未达到却没有差距")
    if share >= 1:
        return full(seen, f"{was} 达到 {wanted}")
    fraction = f"{wanted} ÷ {was}" if found.ceiling else f"{was} ÷ {wanted}"
    return part(seen, Fraction(seen.weight) * share, f"{fraction} × {plain(seen.weight)}", share)
