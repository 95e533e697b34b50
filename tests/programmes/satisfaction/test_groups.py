"""Nobody is recognised by the size of his group, nor by what a total leaves over."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from engines import Rows
from jiping.datasets.engine import DUCKDB, Engine
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.satisfaction.answers import counted
from jiping.programmes.satisfaction.groups import groups, tally
from jiping.rulepack.pack import RulePack

On = Callable[[str, Mapping[str, Rows]], Engine]
SURVEY = {"survey": "S", "programme": "handbook", "year": 2024, "population": 999, "closed_on": date(2024, 12, 20)}


def answers(sizes: Mapping[str, int]) -> Rows:
    return [
        {
            "survey": "S",
            "respondent": f"{stratum}{n}",
            "programme": "handbook",
            "stratum": stratum,
            "question": question,
            "option": option,
            "answered_on": date(2024, 12, 1),
            "valid": True,
        }
        for stratum, size in sizes.items()
        for n in range(size)
        for question, option in (("总体", "满意"), ("时效", "一般"))
    ]


def told(on: On, pack: RulePack, sizes: Mapping[str, int]) -> set[str]:
    engine = on(DUCKDB, {"surveys": [SURVEY], "survey_answers": answers(sizes)})
    shown = engine.fetch(groups(engine.tables, Question("handbook", Period.of_year(2024), pack))).to_pylist()
    assert all(row["answers"] == row["satisfied"] == sizes[row["stratum"]] for row in shown)
    return {row["stratum"] for row in shown}


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        pytest.param({"甲": 5, "乙": 9, "丙": 20}, {"甲", "乙", "丙"}, id="都够五份的都列"),
        pytest.param({"甲": 4, "乙": 9, "丙": 20}, {"丙"}, id="只有一组不足的，连同最小的另一组不列"),
        pytest.param({"甲": 4, "乙": 3, "丙": 20}, {"丙"}, id="两组不足而合起来够的，只不列这两组"),
        pytest.param({"甲": 1, "乙": 1, "丙": 9, "丁": 20}, {"丁"}, id="两组合起来仍不足的，再不列一组"),
        pytest.param({"甲": 4, "乙": 9, "丙": 9}, {"乙"}, id="一样小的，按字的编码取前一组不列"),
        pytest.param({"甲": 4, "乙": 9}, set(), id="两组中有一组不足的，都不列"),
    ],
)
def test_a_small_group_is_not_shown(on: On, pack: RulePack, sizes: Mapping[str, int], shown: set[str]) -> None:
    assert told(on, pack, sizes) == shown


def test_every_option_ticked_by_those_who_count_is_told(on: On, pack: RulePack) -> None:
    late = [
        {**row, "respondent": f"迟{row['respondent']}", "answered_on": date(2025, 1, 1)} for row in answers({"甲": 3})
    ]
    engine = on(DUCKDB, {"surveys": [SURVEY], "survey_answers": answers({"甲": 6}) + late})
    ticked = engine.fetch(tally(engine.tables, Question("handbook", Period.of_year(2024), pack))).to_pylist()
    assert sorted((row["question"], row["option"], row["answers"]) for row in ticked) == [
        ("总体", "满意", 6),
        ("时效", "一般", 6),
    ]


def test_a_receipt_opens_no_groups(on: On, pack: RulePack) -> None:
    engine = on(DUCKDB, {"surveys": [SURVEY], "survey_answers": answers({"甲": 6, "乙": 1})})
    opened = counted(engine.tables, Question("handbook", Period.of_year(2024), pack))
    assert "stratum" not in opened.columns
