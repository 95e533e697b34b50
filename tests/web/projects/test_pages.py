"""The pages of goals: the year they open on, and what they ask of the database."""

import pytest
from pytest_django import DjangoAssertNumQueries

from jiping.web.projects.models import ProjectRecord
from web.conftest import browser_of

BUDGET = 8


def test_the_list_opens_on_the_latest_year_that_has_projects(site: None) -> None:
    assert browser_of("zhangmin").get("/goals/").context["year"] == 2024


def test_the_demo_declares_what_its_filings_answer(site: None) -> None:
    found = ProjectRecord.objects.order_by("pk").values_list("summary_spent", flat=True)
    assert list(found) == [6_000_000, 5_000_000, 9_000_000, 390_000, 155_000_000, 474_370_000]


@pytest.mark.parametrize("place", ["/goals/", "/goals/{pk}/", "/goals/{pk}/adjust/", "/goals/{pk}/monitor/"])
def test_a_page_stays_within_its_budget(
    site: None, place: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser, pk = browser_of("zhangmin"), ProjectRecord.objects.earliest("pk").pk
    browser.get("/goals/")  # the first page of a visit writes its session
    with django_assert_max_num_queries(BUDGET):
        assert browser.get(place.format(pk=pk)).status_code == 200
