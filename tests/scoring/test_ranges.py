"""Whether a range may be passed at its better end is the pack's choice."""

from fractions import Fraction

from jiping.domain.lexicon import Lexicon
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.measured import Measured
from jiping.scoring.ranges import passed


def test_a_pack_may_hold_ranges_to_both_ends() -> None:
    pair = Measured(Fraction(90), Fraction(96), "%", Fraction(95))
    open_, closed = (Lexicon(rate_names=("率",), range_may_be_passed=each) for each in (True, False))
    assert "以高为好" in (passed(IndicatorKind.POSITIVE, "合格率", pair, open_) or "")
    assert passed(IndicatorKind.POSITIVE, "合格率", pair, closed) is None
