"""Filings are asked about together by unit and year, and none is left out or asked about twice."""

from hypothesis import given
from hypothesis import strategies as st

from builders import YEAR_END, build_filing
from jiping.checks.groups import by_unit_and_year, parts, rounds
from jiping.rulepack.load import load_pack
from jiping.scoring.score import evaluate

PACK = load_pack("national", YEAR_END)
EVALUATIONS = [
    evaluate(build_filing({"unit": unit, "year": year}), PACK) for unit in ("甲", "乙", None) for year in (2023, 2024)
]


@given(st.lists(st.integers(1, 40), max_size=12))
def test_a_round_parts_no_group_and_loses_none(sizes: list[int]) -> None:
    groups = [tuple(EVALUATIONS[:1]) * size for size in sizes]
    assert [group for together in rounds(groups) for group in together] == groups
    assert all(together for together in rounds(groups))


@given(st.lists(st.integers(), max_size=100))
def test_parts_are_the_whole_in_order(subjects: list[int]) -> None:
    assert [each for some in parts(subjects) for each in some] == subjects


def test_a_group_is_one_unit_in_one_year() -> None:
    groups = list(by_unit_and_year(EVALUATIONS * 2))
    assert [len(group) for group in groups] == [2] * len(EVALUATIONS)
    assert all(len({(each.filing.unit, each.filing.year) for each in group}) == 1 for group in groups)
