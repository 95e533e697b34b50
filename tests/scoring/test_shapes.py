"""Every scoring rule against its YAML cases: the file of the rule's name is its specification."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from builders import load_cases
from jiping.scoring.catalogue import scoring_rules
from scoring.assessing import assess

HERE = Path(__file__).parent
CASES = [
    pytest.param(name, case, id=f"{name}: {title}")
    for name in scoring_rules()
    for title, case in load_cases(HERE / f"{name}.yaml").items()
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_rule_earns_what_its_case_expects(name: str, case: dict[str, Any]) -> None:
    seen = assess(case["target"], case["actual"], Decimal(case.get("weight", 10)), case.get("name", "指标"))
    earned = scoring_rules()[name].apply(seen, case.get("parameters", {}))
    assert earned.points == (None if case["exact"] is None else Fraction(case["exact"])), earned.working
    assert case.get("working", earned.working) == earned.working
    assert case.get("says", "") in earned.working


@pytest.mark.parametrize("name", scoring_rules())
def test_every_rule_has_a_whole_page(name: str) -> None:
    rule = scoring_rules()[name]
    assert rule.title.endswith("。"), name
    heads = [line.partition("：")[0] for line in rule.page.splitlines()]
    assert [head for head in heads if head in ("公式", "适用", "例子")] == ["公式", "适用", "例子"], name
    assert rule.apply.__name__ == name, "file and function share one name"


@pytest.mark.parametrize("name", scoring_rules())
def test_every_rule_is_seen_full_partial_and_unable(name: str) -> None:
    earned = [case["exact"] for case in load_cases(HERE / f"{name}.yaml").values()]
    assert None in earned, f"{name}: no case it cannot score"
    assert len(set(earned)) > 2, f"{name}: cases all earn the same"
