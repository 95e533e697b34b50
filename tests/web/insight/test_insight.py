"""The analysis page: what the year's filings say together, in the scope of who looks."""

from decimal import Decimal

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from jiping.web.filings.models import FilingRecord, IndicatorRecord, SectionRecord
from jiping.web.insight.selectors.indicators import Alike, earned, mean_weights, odd_weights, rows_alike
from jiping.web.insight.selectors.scores import by_unit, far_off, scored, spread
from jiping.web.insight.selectors.texts import copied_texts
from web.conftest import account, browser_of

SEED = "社会保险基金"


def alike(name: str, weight: str, number: int, score: str | None = None, level: str = "产出指标") -> Alike:
    return Alike(2024, level, name, Decimal(weight), None if score is None else Decimal(score), number)


def test_every_filing_with_a_score_stands_in_one_column(site: None) -> None:
    bars = spread(scored(account("caizheng")), 2024)
    assert sum(each.size for each in bars) == FilingRecord.objects.exclude(summary_points=None).count()
    assert {each.label: each.size for each in bars}["95–99"] >= 6


@pytest.mark.parametrize(
    ("points", "label"), [(0, "不足 60"), (59, "不足 60"), (60, "60–64"), (99, "95–99"), (100, "100")]
)
def test_a_score_falls_into_its_step(site: None, points: int, label: str) -> None:
    FilingRecord.objects.update(summary_points=points)
    assert {each.label for each in spread(scored(account("caizheng")), 2024) if each.size} == {label}


def test_the_greatest_difference_comes_first_whichever_way_it_goes(first: FilingRecord) -> None:
    FilingRecord.objects.filter(pk=first.pk).update(summary_stated=90, summary_total=97, summary_differs=True)
    found = far_off(account("caizheng"), 2024, 3)
    assert found[0].pk == first.pk
    assert found[0].gap == -7  # type: ignore[attr-defined]
    assert len(found) <= 3


def test_one_looks_at_nothing_outside_ones_scope(site: None) -> None:
    assert set(by_unit(scored(account("zhangmin")))) == {account("zhangmin").unit.name}
    assert rows_alike(account("sysadmin")) == ()


def test_the_mean_weight_of_a_level_is_its_points_a_filing() -> None:
    rows = [alike("甲", "10", 4), alike("乙", "5", 2), alike("丙", "20", 2, level="效益指标")]
    assert mean_weights(rows, 4) == {"产出指标": Decimal("12.5"), "效益指标": Decimal(10)}


def test_a_weight_few_others_give_is_odd_and_a_name_too_rare_is_not_judged() -> None:
    (odd,) = odd_weights([alike("甲", "10", 19), alike("甲", "5", 1), alike("乙", "3", 1)], Decimal("0.1"))
    assert (odd.name, str(odd.weight), str(odd.usual), odd.number, odd.of) == ("甲", "5", "10", 1, 20)
    assert odd_weights([alike("甲", "10", 2), alike("甲", "5", 2)], Decimal("0.1")) == ()


def test_the_share_earned_is_weighed_by_number_and_the_lowest_comes_first() -> None:
    rows = [alike("甲", "10", 3, "10"), alike("甲", "10", 1, "6"), alike("乙", "5", 2, "4"), alike("丙", "5", 1, "0")]
    assert earned(rows) == {"乙": Decimal(80), "甲": Decimal(90)}


def test_a_weight_that_is_no_number_is_passed_over(first: FilingRecord) -> None:
    before = sum(each.number for each in rows_alike(account("caizheng")))
    IndicatorRecord.objects.filter(pk=first.indicators.all()[0].pk).update(weight="十分")
    assert sum(each.number for each in rows_alike(account("caizheng"))) == before - 1


def test_a_text_copied_whole_is_shown_with_all_who_have_it(site: None) -> None:
    pair = FilingRecord.objects.filter(unit__name__contains=SEED).order_by("pk")[:2]
    SectionRecord.objects.filter(filing__in=pair, name="overview").update(text="照抄的一段话" * 10)
    copied = copied_texts(account("caizheng"), 2024, 20, 10)
    assert [set(each.filings) for each in copied if each.text.startswith("照抄")] == [set(pair)]
    assert not copied_texts(account("caizheng"), 2023, 20, 10)


def test_the_page_keeps_its_budget_and_says_when_filings_are_few(
    site: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = browser_of("caizheng")
    with django_assert_max_num_queries(9):  # five of them the session's and the account's
        page = client.get("/insight/?year=2024").content.decode()
    assert "仅供参考" in page
    assert page.count('<svg class="chart"') == 3
    assert "只有一个年度" in page
    assert "style=" not in page


@pytest.mark.parametrize("year", ["1990", "x", "", "99999999999999999999"])
def test_a_year_without_filings_shows_the_latest(site: None, year: str) -> None:
    assert "2024 年度自评分析" in browser_of("shenji").get("/insight/", {"year": year}).content.decode()


def test_with_no_filings_at_all_the_page_still_stands(site: None) -> None:
    FilingRecord.objects.update(unit=account("caizheng").unit, state="填报中")
    assert browser_of("zhoujianguo").get("/insight/").status_code == 200


def test_trends_are_drawn_from_the_second_year_on(first: FilingRecord) -> None:
    FilingRecord.objects.filter(pk=first.pk).update(year=2023)
    page = browser_of("caizheng").get("/insight/?year=2024").content.decode()
    assert page.count('<svg class="chart"') == 5
    assert "2023</text>" in page


def test_indicators_that_all_earn_everything_are_not_drawn(site: None) -> None:
    IndicatorRecord.objects.update(weight="5", score="5")
    assert "各项指标都得了满分" in browser_of("caizheng").get("/insight/").content.decode()
