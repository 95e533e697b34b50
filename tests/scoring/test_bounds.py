"""What holds for every rule and every text."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jiping.domain.filing import Filing, Indicator
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.catalogue import scoring_rules
from jiping.scoring.rule import Earned
from jiping.scoring.score import evaluate
from scoring.assessing import PACK, assess

PARAMETERS: dict[str, dict[str, object]] = {
    "ratio": {},
    "reverse_ratio": {},
    "deviation": {},
    "direct": {"missed_share": Decimal("0.3")},
    "tiers": {"bands": [{"from": 1, "to": Decimal("0.8")}, {"from": Decimal("0.8"), "to": 0}]},
    "pass_line": {"line": 60, "above": "linear"},
    "band": {"bands": [{"at_least": 90, "share": 1}, {"at_least": 0, "share": Decimal("0.5")}]},
    "step": {"deduct": 1, "step": 2},
}
PHRASES = "充分 及时 不及时 是 否 无 达成预期指标 部分达成 2024年12月底前 2024年11月 Ⅲ类 20-30天 ±10% 无上访"
WORDS = st.sampled_from(PHRASES.split())
NUMBERS = st.builds(
    lambda sign, number, unit: f"{sign}{number}{unit}",
    st.sampled_from(["", "≥", "≤", "=", "大于", "约"]),
    st.decimals(min_value=-200, max_value=200, places=2),
    st.sampled_from(["", "%", "个", "万元", "元", "天", "小时"]),
)
CELLS = st.one_of(st.none(), st.text(max_size=8), WORDS, NUMBERS)
WEIGHTS = st.decimals(min_value="0.5", max_value=100, places=1)
PERCENTS = st.decimals(min_value=0, max_value=200, places=2)


def earn(
    rule: str, target: str | None, actual: str | None, weight: Decimal, kind: IndicatorKind | None = None
) -> Earned:
    return scoring_rules()[rule].apply(assess(target, actual, weight, kind=kind), PARAMETERS[rule])


def test_every_rule_is_tried_here() -> None:
    assert set(PARAMETERS) == set(scoring_rules())


@pytest.mark.parametrize("rule", PARAMETERS)
@example(target="1%", actual="-1%", weight=Decimal(10), kind=None)
@given(target=CELLS, actual=CELLS, weight=WEIGHTS, kind=st.one_of(st.none(), st.sampled_from(list(IndicatorKind))))
def test_points_lie_between_zero_and_the_weight(
    rule: str, target: str | None, actual: str | None, weight: Decimal, kind: IndicatorKind | None
) -> None:
    earned = earn(rule, target, actual, weight, kind)
    assert earned.points is None or 0 <= earned.points <= Fraction(weight)
    assert earned.share is None or 0 <= earned.share <= 1
    assert earned.working.endswith("无法计分") == (earned.points is None)


@pytest.mark.parametrize("rule", ["ratio", "pass_line", "step", "band"])
@given(target=st.decimals(min_value=1, max_value=200, places=2), actuals=st.tuples(PERCENTS, PERCENTS))
def test_doing_better_never_earns_less(rule: str, target: Decimal, actuals: tuple[Decimal, Decimal]) -> None:
    worse, better = (earn(rule, f"≥{target}%", f"{each}%", Decimal(10)).points for each in sorted(actuals))
    assert worse is not None
    assert better is not None
    assert worse <= better


@given(target=st.decimals(min_value=1, max_value=200, places=2), actuals=st.tuples(PERCENTS, PERCENTS))
def test_spending_more_never_earns_more(target: Decimal, actuals: tuple[Decimal, Decimal]) -> None:
    less, more = (
        earn("reverse_ratio", f"≤{target}万元", f"{each}万元", Decimal(10)).points for each in sorted(actuals)
    )
    assert less is not None
    assert more is not None
    assert less >= more


@given(target=st.decimals(min_value=1, max_value=200, places=2), actual=PERCENTS)
def test_ratio_is_the_plain_quotient(target: Decimal, actual: Decimal) -> None:
    expected = min(Fraction(actual) / Fraction(target), Fraction(1)) * 10
    assert earn("ratio", f"≥{target}%", f"{actual}%", Decimal(10)).points == expected


@given(target=CELLS, actual=CELLS, weight=st.one_of(st.none(), st.decimals(), WEIGHTS), name=st.text(max_size=8))
def test_any_filing_is_scored_or_says_why_not(
    target: str | None, actual: str | None, weight: Decimal | None, name: str
) -> None:
    evaluation = evaluate(Filing("项目", rows=(Indicator(None, name, name, target, actual, weight),)), PACK)
    (row,) = evaluation.rows
    assert evaluation.total == row.points
    assert (row.points is None) == (row.exact is None)
    assert row.arithmetic.endswith("无法计分") == (row.points is None)
