"""How many to ask and how sure the answer is: known values, and what the definitions demand of every other."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.satisfaction.indicators import certainty
from jiping.programmes.satisfaction.sampling import Precision, interval, sample_size
from jiping.rulepack.pack import RulePack
from programmes.situations import changed

Z = Decimal("1.96")
USUAL = Precision(Z, Decimal("0.5"), Decimal("0.05"))
POPULATIONS = st.integers(1, 10**9)


@pytest.mark.parametrize(("population", "needed"), [(200_000, 384), (4_542, 355), (69, 59), (10, 10), (1, 1), (0, 0)])
def test_known_sample_sizes(population: int, needed: int) -> None:
    assert sample_size(population, USUAL) == needed


@given(POPULATIONS)
def test_a_sample_is_the_formula_rounded_up(population: int) -> None:
    endless = Fraction("1.96") ** 2 / 4 / Fraction("0.05") ** 2
    assert sample_size(population, USUAL) == ceil(endless / (1 + (endless - 1) / population))


@given(POPULATIONS, POPULATIONS)
def test_more_people_never_need_a_smaller_sample_nor_more_than_there_are(one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    assert sample_size(fewer, USUAL) <= sample_size(more, USUAL) <= min(more, 385)


@st.composite
def samples(draw: st.DrawFn) -> tuple[int, int, int]:
    population = draw(st.integers(2, 10**7))
    answers = draw(st.integers(1, min(population - 1, 5_000)))
    return draw(st.integers(0, answers)), answers, population


@given(samples())
def test_a_bound_is_a_share_from_which_the_sample_is_just_z_deviations_away(sample: tuple[int, int, int]) -> None:
    satisfied, answers, population = sample
    share = Decimal(satisfied) / answers
    counted = Decimal(answers) * (population - 1) / (population - answers)
    for bound in interval(satisfied, answers, population, Z):
        assert abs((share - bound) ** 2 - Z * Z * bound * (1 - bound) / counted) < Decimal("1e-20")


@given(samples())
def test_the_interval_holds_the_share_and_stays_among_shares(sample: tuple[int, int, int]) -> None:
    satisfied, answers, population = sample
    low, high = interval(satisfied, answers, population, Z)
    assert 0 <= low <= high <= 1
    tiny = Decimal("1e-25")
    assert low - tiny <= Decimal(satisfied) / answers <= high + tiny


@given(samples())
def test_of_a_smaller_population_the_same_sample_says_no_less(sample: tuple[int, int, int]) -> None:
    satisfied, answers, population = sample
    low, high = interval(satisfied, answers, population, Z)
    lower, higher = interval(satisfied, answers, population * 2, Z)
    assert high - low <= higher - lower


def test_all_having_answered_nothing_is_in_doubt() -> None:
    assert interval(28, 29, 29, Z) == (Decimal(28) / 29, Decimal(28) / 29)


@pytest.mark.parametrize(
    ("satisfied", "answers", "population", "told"),
    [
        (384, 400, 190_000, "（n=400，95% 区间 93.6%–97.5%）"),
        (388, 400, 200_000, "（n=400，95% 区间 94.8%–98.3%）"),
        (388, 400, 4_611, "（n=400，95% 区间 94.9%–98.2%）"),
        (32, 33, 41, "（n=33，95% 区间 93.1%–98.7%）"),
        (28, 29, 29, "（n=29，95% 区间 96.6%–96.6%）"),
        (28, 29, 20, "（n=29）"),
        (28, 29, None, "（n=29）"),
    ],
)
def test_a_share_is_printed_with_what_stands_behind_it(
    pack: RulePack, satisfied: int, answers: int, population: int | None, told: str
) -> None:
    assert certainty(satisfied, answers, population, Question("handbook", Period.of_year(2024), pack)) == told


def test_confidence_and_decimals_are_those_of_the_pack(pack: RulePack) -> None:
    other = changed(pack, {"sv_confidence": 0.99, "sv_z": 2.576, "sv_places": 2})
    question = Question("handbook", Period.of_year(2024), other)
    assert certainty(388, 400, 200_000, question) == "（n=400，99% 区间 93.93%–98.54%）"
