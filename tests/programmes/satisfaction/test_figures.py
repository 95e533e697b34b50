"""A satisfaction is printed with what stands behind it, or not at all and with the reason."""

from collections.abc import Callable, Mapping
from datetime import date

from engines import Rows
from jiping.datasets.engine import DUCKDB, Engine
from jiping.datasets.measuring import measure
from jiping.datasets.question import Question
from jiping.domain.measurement import Measurement
from jiping.domain.period import Period
from jiping.programmes.catalogue import indicators
from jiping.rulepack.pack import RulePack

On = Callable[[str, Mapping[str, Rows]], Engine]
SURVEY = {"survey": "S", "programme": "handbook", "year": 2024, "population": 200_000, "closed_on": date(2024, 12, 20)}


def share(on: On, pack: RulePack, options: Mapping[str, int]) -> Measurement:
    answers: Rows = [
        {
            "survey": "S",
            "respondent": f"{option}{n}",
            "programme": "handbook",
            "question": "总体",
            "option": option,
            "answered_on": date(2024, 12, 1),
            "valid": True,
        }
        for option, times in options.items()
        for n in range(times)
    ]
    asked = next(each for each in indicators("satisfaction") if each.code == "SV01")
    engine = on(DUCKDB, {"surveys": [SURVEY], "survey_answers": answers})
    return measure(asked, Question("handbook", Period.of_year(2024), pack), engine, (), "test")


def test_a_share_says_how_many_answered_and_how_sure_it_is(on: On, pack: RulePack) -> None:
    assert share(on, pack, {"满意": 388, "一般": 12}).shown == "97.0%（n=400，95% 区间 94.8%–98.3%）"


def test_everybody_content_is_still_not_certain(on: On, pack: RulePack) -> None:
    assert share(on, pack, {"满意": 20}).shown == "100.0%（n=20，95% 区间 83.9%–100.0%）"


def test_no_answers_give_no_figure_but_the_reason(on: On, pack: RulePack) -> None:
    measured = share(on, pack, {})
    assert (measured.exact, measured.shown) == (None, None)
    assert measured.absent == "没有调查，或有效答卷太少，说不出满意度"


def test_the_order_of_the_answers_does_not_matter(on: On, pack: RulePack) -> None:
    one, other = {"满意": 9, "一般": 3}, {"一般": 3, "满意": 9}
    assert share(on, pack, one) == share(on, pack, other)
