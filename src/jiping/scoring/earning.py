"""What rules answer in common: full points, nothing, a part, or the reason why they cannot say."""

from fractions import Fraction

from jiping.domain.money import plain
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.rule import Assessment, Earned
from jiping.scoring.wording import shown


def full(seen: Assessment, verdict: str | None = None) -> Earned:
    """Return all points of the row."""
    return Earned(
        Fraction(seen.weight), f"{verdict or seen.comparison.verdict}，得满分 {plain(seen.weight)}", Fraction(1)
    )


def nothing(seen: Assessment) -> Earned:
    """Return no points for a target that was plainly missed."""
    return Earned(Fraction(0), f"{seen.comparison.verdict}，得 0", Fraction(0))


def unclear(why: str) -> Earned:
    """Return no answer, and the reason."""
    return Earned(None, f"{why}，无法计分")


def part(seen: Assessment, points: Fraction, derivation: str, share: Fraction | None = None) -> Earned:
    """Return `points`, held between zero and the weight; `derivation` ends where the result is to follow."""
    held = min(max(points, Fraction(0)), Fraction(seen.weight))
    return Earned(
        held, f"{derivation} = {shown(held)}", None if share is None else min(max(share, Fraction(0)), Fraction(1))
    )


def without_numbers(seen: Assessment) -> Earned:
    """Return what a rule of arithmetic can say of words: everything, nothing, or that it takes another rule."""
    found = seen.comparison
    if found.met is None:
        return unclear(found.verdict)
    if found.met:
        return full(seen)
    if seen.actual.kind is ValueKind.TIER:
        return unclear(f"{found.verdict}，没有数量可算，要用分档的规则")
    return nothing(seen)
