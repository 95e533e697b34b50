"""Opinions are told question by question and group by group, and not at all where nobody was asked."""

from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from jiping.use_cases.satisfaction import opinions


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("satisfaction") / "county"
    generate(County(20_000), folder, lambda _: None)
    return folder


def test_each_question_was_answered_by_all_who_count(county: Path) -> None:
    said = opinions("handbook", 2024, county, "national")
    for item in said.questionnaire.items:
        assert sum(times for (code, _), times in said.ticked.items() if code == item.code) == 400


def test_the_small_group_of_the_county_is_withheld_and_one_more_with_it(county: Path) -> None:
    shown = opinions("handbook", 2024, county, "national").groups
    assert "示例镇四" not in [each.name for each in shown]
    assert len(shown) == 4
    assert all(each.satisfied <= each.answers for each in shown)


@pytest.mark.parametrize(("programme", "year"), [("handbook", 2023), ("project_funds", 2024)])
def test_without_a_survey_there_is_nothing_to_tell(county: Path, programme: str, year: int) -> None:
    with pytest.raises(JipingError, match=r"没有.*满意度调查"):
        opinions(programme, year, county, "national")


def test_records_without_any_survey_are_no_survey(county: Path, tmp_path: Path) -> None:
    (tmp_path / "budgets.parquet").write_bytes((county / "budgets.parquet").read_bytes())
    with pytest.raises(JipingError, match=r"没有.*满意度调查"):
        opinions("handbook", 2024, tmp_path, "national")
