"""A reviewer's values stand beside the unit's; whatever does not fit is told with its place."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builders import build_filing, load_cases
from jiping.domain.document import Para, Table
from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.domain.reviewed import Reviewed
from jiping.exchange.reviewed import read
from jiping.reports.batch.rescored import document
from jiping.review.deviation import deviation, percent
from jiping.review.rescoring import Rescored, rescore
from jiping.scoring.score import evaluate
from review.batches import NATIONAL

CASES = load_cases(Path(__file__).parent / "deviations.yaml")
FILING = build_filing(
    {
        "total_score": 20,
        "rows": [
            {"level3": "培训人数", "target": "100人", "actual": "100人", "weight": 10, "score": 10},
            {"level3": "满意度", "target": "≥90%", "actual": "95%", "weight": 10, "score": 10},
            {"level3": "空行", "target": "1个", "weight": 5},
        ],
    }
)
EVALUATION = evaluate(FILING, NATIONAL)
PLACE = Place("复核.yaml", line=3)


def value(indicator: str = "培训人数", project: str = "示例项目", **others: Any) -> Reviewed:
    return Reviewed(project, indicator, **{"place": PLACE, **others})


def rescored(*values: Reviewed) -> Rescored:
    (only,) = rescore([EVALUATION], values)
    return only


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_deviation_is_own_less_reviewed_over_own(case: dict[str, Any]) -> None:
    found = deviation(Decimal(str(case["own"])), Decimal(str(case["reviewed"])), NATIONAL)
    assert found.kind == case["kind"]
    assert (None if found.rate is None else percent(found.rate)) == case["rate"]


def test_the_reviewers_score_is_taken_as_given() -> None:
    found = rescored(value(score=Decimal(6)))
    assert (found.total.arithmetic, found.total.kind) == ("（20−16）÷20=20.00%", "显著偏差")


def test_a_reviewed_actual_is_scored_by_the_rules() -> None:
    (row,) = rescored(value(actual="80人")).rows
    assert row.deviation.reviewed == 8
    assert "80" in row.grounds


def test_rows_nobody_looked_at_keep_their_score() -> None:
    assert rescored(value("满意度", score=Decimal(10))).total.kind == "完全一致"


def test_the_reviewed_total_is_the_sum_of_the_reviewed_rows_whatever_total_was_claimed() -> None:
    claiming = evaluate(replace(FILING, total_score=Decimal(25)), NATIONAL)
    (found,) = rescore([claiming], [value(score=Decimal(9))])
    assert [found.total.own, found.total.reviewed, found.summed] == [25, 19, 20]
    assert "填 25，各行自评得分之和是 20" in found.caution
    shown = [block.text for block in document([found], NATIONAL).parts[0].blocks if isinstance(block, Para)]
    assert any(found.caution in text for text in shown)


def test_a_claimed_total_that_is_the_sum_needs_no_word() -> None:
    assert rescored(value(score=Decimal(6))).caution == ""


def test_a_difference_without_a_reason_leaves_a_blank_to_fill_in() -> None:
    tables = [
        block
        for block in document([rescored(value(score=Decimal(6)))], NATIONAL).parts[1].blocks
        if isinstance(block, Table)
    ]
    texts = [cell.text for table in tables for row in table.rows for cell in row]
    assert "〔待填：理由〕" in texts


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (value(project="示例项日", score=Decimal(1)), "没有名为“示例项日”的自评。是否应为“示例项目”？"),
        (value("培训人次", score=Decimal(1)), "没有指标“培训人次”。是否应为“培训人数”？"),
        (value(score=Decimal(11)), "不在 0 与分值之间（分值 10）"),
        (value(score=Decimal(-1)), "不在 0 与分值之间"),
        (value(actual="说不清"), "算不出“培训人数”的得分"),
        (value(), "没有复核完成值，也没有复核得分"),
        (value("空行", score=Decimal(1)), "没有自评得分"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_value_that_fits_nothing_is_told_with_its_place(wrong: Reviewed, told: str) -> None:
    with pytest.raises(JipingError) as caught:
        rescored(wrong)
    assert told in str(caught.value)
    assert str(PLACE) in str(caught.value)


def test_a_row_reviewed_twice_is_told() -> None:
    with pytest.raises(JipingError, match="写了两次"):
        rescored(value(score=Decimal(1)), value(score=Decimal(2)))


def test_projects_of_one_name_need_their_unit() -> None:
    other = evaluate(
        build_filing({"unit": "另一单位", "rows": [{"level3": "培训人数", "weight": 10, "score": 10}]}), NATIONAL
    )
    with pytest.raises(JipingError, match="请同时写明单位"):
        rescore([EVALUATION, other], [value(score=Decimal(6))])
    (found,) = rescore([EVALUATION, other], [value(score=Decimal(6), unit="另一单位")])
    assert found.evaluation is other


def test_values_are_read_from_yaml_with_their_lines() -> None:
    (first, second) = read(
        "- {project: 甲, indicator: 乙, score: 9.50}\n- project: 甲\n  indicator: 丙\n  actual: 80%\n", "复核.yaml"
    )
    assert (first.score, first.actual) == (Decimal("9.50"), None)
    assert (second.actual, second.score, second.place) == ("80%", None, Place("复核.yaml", line=2))


def test_an_unknown_name_in_yaml_is_told() -> None:
    with pytest.raises(JipingError, match="是否想写“score”"):
        read("- {project: 甲, indicator: 乙, scor: 9}\n", "复核.yaml")
