"""How an indicator is measured follows from its sign, its name and its value."""

from pathlib import Path
from typing import Any

import pytest

from builders import load_cases
from jiping.domain.filing import Indicator
from jiping.domain.value.parse import parse_value
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.kinds import kind_of
from scoring.assessing import NAMED, PACK

CASES = load_cases(Path(__file__).with_name("kinds.yaml"))


@pytest.mark.parametrize("title", CASES)
def test_kind_is_what_its_case_says(title: str) -> None:
    case: dict[str, Any] = CASES[title]
    row = Indicator(None, case.get("level2"), case.get("level3", "指标"))
    target, actual = (parse_value(case.get(cell), PACK.lexicon) for cell in ("target", "actual"))
    assert kind_of(row, target, actual, NAMED, PACK.lexicon).value == case["kind"]


def test_every_kind_has_a_case() -> None:
    assert {case["kind"] for case in CASES.values()} == {kind.value for kind in IndicatorKind}
