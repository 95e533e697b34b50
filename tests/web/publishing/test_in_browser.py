"""The pages of publication in a real browser, at three sizes: sound, and working with a mouse."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from jiping.use_cases.publication import Part
from jiping.web.filings.models import FilingRecord
from jiping.web.publishing.models import PublicationRecord
from jiping.web.publishing.services.publishing import filing_publish
from jiping.web.site.demonstration import PASSWORD
from web.browser import SIZES, Visitor
from web.conftest import NOW, account
from web.publishing.handed_in import passed

OPEN = ("/open/?all=1", "/open/2024/{unit}/", "/open/project/{filing}/", "/verify/", "/verify/{digest}")
STAFF = ("/publish/", "/publish/{next}/", "/publish/{filing}/", "/publish/{filing}/copy/", "/insight/", "/tokens/")


@pytest.fixture
def places(visitor: Visitor) -> Iterator[dict[str, Any]]:
    """One public filing, and one that has passed."""
    cache.clear()
    shown, following = (passed(each) for each in FilingRecord.objects.order_by("pk")[:2])
    filing_publish(record=shown, parts=frozenset(Part), actor=account("zhoujianguo"), at=NOW)
    digest = shown.versions.get().digest
    yield {"unit": shown.unit_id, "filing": shown.pk, "next": following.pk, "digest": digest[:16]}
    cache.clear()


def sound(visitor: Visitor, place: str) -> None:
    for width, height in SIZES:
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.open(place)
        assert visitor.serious_faults() == []
        wide = visitor.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{place} 在 {width} 宽时要横向滚动到 {wide}"


@pytest.mark.parametrize("place", OPEN)
def test_a_public_page_is_sound_without_login(visitor: Visitor, places: dict[str, Any], place: str) -> None:
    sound(visitor, place.format(**places))


@pytest.mark.parametrize("place", STAFF)
def test_a_page_for_reviewers_is_sound(visitor: Visitor, places: dict[str, Any], place: str) -> None:
    visitor.log_in("zhoujianguo", PASSWORD)
    sound(visitor, place.format(**places))


def test_a_reviewer_sees_at_once_what_a_tick_means_and_publishes(visitor: Visitor, places: dict[str, Any]) -> None:
    following = FilingRecord.objects.get(pk=places["next"])
    following.sections.filter(name="overview").update(text="联系 13912345678。")
    passed(following)
    visitor.log_in("zhoujianguo", PASSWORD)
    visitor.open(f"/publish/{following.pk}/")
    assert visitor.page.is_disabled("#privacy button.act")
    visitor.page.uncheck("input[value=overview]")
    visitor.page.wait_for_selector("#privacy button.act:not([disabled])")
    visitor.page.click("#privacy button.act")
    visitor.page.wait_for_url("**/publish/")
    assert PublicationRecord.objects.filter(filing=following, withdrawn_at=None).exists()


def test_a_field_is_copied_with_one_click(visitor: Visitor, places: dict[str, Any]) -> None:
    visitor.log_in("zhangmin", PASSWORD)
    visitor.open(f"/publish/{places['filing']}/copy/")
    visitor.page.click("button[data-copy=f1-1]")
    assert "项目名称" in visitor.page.inner_text("#copied")
