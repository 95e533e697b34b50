"""Nobody is recognised by the size of his group, nor by what a total leaves over."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from engines import Rows
from jiping.datasets.engine import DUCKDB, Engine
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.satisfaction.answers import groups
from jiping.rulepack.pack import RulePack

On = Callable[[str, Mapping[str, Rows]], Engine]
SURVEY = {"survey": "S", "programme": "handbook", "year": 2024, "population": 999, "closed_on": date(2024, 12, 20)}


def told(on: On, pack: RulePack, sizes: Mapping[str, int]) -> set[str]:
    answers: Rows = [
        {
            "survey": "S",
            "respondent": f"{stratum}{n}",
            "programme": "handbook",
            "stratum": stratum,
            "question": "总体",
            "option": "满意",
            "answered_on": date(2024, 12, 1),
            "valid": True,
        }
        for stratum, size in sizes.items()
        for n in range(size)
    ]
    engine = on(DUCKDB, {"surveys": [SURVEY], "survey_answers": answers})
    shown = engine.fetch(groups(engine.tables, Question("handbook", Period.of_year(2024), pack))).to_pylist()
    assert all(row["answers"] == row["satisfied"] == sizes[row["stratum"]] for row in shown)
    return {row["stratum"] for row in shown}


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        pytest.param({"甲": 5, "乙": 9, "丙": 20}, {"甲", "乙", "丙"}, id="都够五份的都列"),
        pytest.param({"甲": 4, "乙": 9, "丙": 20}, {"丙"}, id="只有一组不足的，连同最小的另一组不列"),
        pytest.param({"甲": 4, "乙": 3, "丙": 20}, {"丙"}, id="两组不足的，合计推不出任何一组"),
        pytest.param({"甲": 4, "乙": 9, "丙": 9}, {"乙"}, id="一样小的，按字的编码取前一组不列"),
        pytest.param({"甲": 4, "乙": 9}, set(), id="两组中有一组不足的，都不列"),
    ],
)
def test_a_small_group_is_not_shown(on: On, pack: RulePack, sizes: Mapping[str, int], shown: set[str]) -> None:
    assert told(on, pack, sizes) == shown
