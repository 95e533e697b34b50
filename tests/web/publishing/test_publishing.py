"""Publishing: what has passed, once, without personal data, by who may; and taken back with a reason."""

import pytest
from django.test import Client

from jiping.domain.errors import JipingError
from jiping.domain.workflow import State
from jiping.exchange.json import loads
from jiping.use_cases.publication import Part
from jiping.web.audit.models import EventRecord
from jiping.web.audit.selectors import first_break
from jiping.web.filings.models import FilingRecord, IndicatorRecord
from jiping.web.publishing.models import PublicationRecord, PublishedFile
from jiping.web.publishing.services.publishing import filing_publish
from jiping.web.publishing.services.withdrawing import publication_withdraw
from web.conftest import NOW, account, browser_of
from web.publishing.handed_in import passed

SOME = frozenset({Part.SCORES, Part.ACTUALS, Part.OVERVIEW})


def publish(record: FilingRecord, parts: frozenset[Part] = SOME) -> PublicationRecord:
    return filing_publish(record=record, parts=parts, actor=account("zhoujianguo"), at=NOW)


def test_a_draft_is_not_published(first: FilingRecord) -> None:
    with pytest.raises(JipingError):
        publish(first)


def test_only_the_chosen_parts_leave_the_house(first: FilingRecord) -> None:
    publication = publish(passed(first))
    (shown,) = loads(bytes(publication.files.get(kind="json").content).decode(), "公开")
    assert shown.rows
    assert shown.narrative.overview is not None
    assert shown.narrative.problems is None
    assert {row.reason for row in shown.rows} == {None}
    assert shown.sign_off.preparer is None
    assert publication.score == 99


def test_what_changes_after_publication_changes_nothing_that_is_public(first: FilingRecord) -> None:
    publication = publish(passed(first))
    before = [bytes(each.content) for each in publication.files.all()]
    IndicatorRecord.objects.filter(filing=first).update(actual="改过")
    page = Client().get(f"/open/project/{first.pk}/")
    assert "改过" not in page.content.decode()
    assert [bytes(each.content) for each in PublishedFile.objects.all()] == before


@pytest.mark.parametrize("private", ["联系 13912345678 领取", "补助对象：张三丰", "号码 11010519491231002X"])
def test_personal_data_blocks_publication_with_its_place_and_is_not_repeated(first: FilingRecord, private: str) -> None:
    first.sections.filter(name="overview").update(text=f"项目概况。{private}。")
    record = passed(first)
    with pytest.raises(JipingError) as fault:
        publish(record)
    assert "项目概况" in fault.value.what or "情况" in fault.value.what
    assert private not in fault.value.what
    assert not PublicationRecord.objects.exists()
    publish(record, SOME - {Part.OVERVIEW})


def test_a_unit_cannot_publish_itself(first: FilingRecord) -> None:
    record = passed(first)
    with pytest.raises(JipingError):
        filing_publish(record=record, parts=SOME, actor=account("liguoqiang"), at=NOW)


def test_withdrawing_needs_a_reason_hides_the_page_and_stays_in_the_trail(first: FilingRecord) -> None:
    publish(passed(first))
    record = FilingRecord.objects.get(pk=first.pk)
    assert record.state == State.PUBLISHED
    with pytest.raises(JipingError):
        publication_withdraw(record=record, reason=" ", actor=account("caizheng"), at=NOW)
    publication_withdraw(record=record, reason="金额有误", actor=account("caizheng"), at=NOW)
    assert Client().get(f"/open/project/{first.pk}/").status_code == 404
    assert Client().get(f"/open/project/{first.pk}.pdf").status_code == 404
    assert FilingRecord.objects.get(pk=first.pk).state == State.PASSED
    assert EventRecord.objects.order_by("-number")[0].after["reason"] == "金额有误"
    assert first_break() is None
    publish(FilingRecord.objects.get(pk=first.pk))
    assert PublicationRecord.objects.count() == 2


def test_a_reviewer_publishes_on_the_page(first: FilingRecord) -> None:
    record, client = passed(first), browser_of("zhoujianguo")
    page = client.get(f"/publish/{record.pk}/").content.decode()
    assert "没有查到" in page
    answer = client.post(f"/publish/{record.pk}/", {"chosen": "1", "part": ["scores", "actuals"]})
    assert answer.status_code == 302
    assert "已公开" in client.get("/publish/?year=2024").content.decode()
    assert browser_of("zhangmin").get("/publish/").status_code == 404


def test_the_privacy_card_answers_for_what_is_ticked(first: FilingRecord) -> None:
    first.sections.filter(name="overview").update(text="电话 13912345678。")
    record, client = passed(first), browser_of("zhoujianguo")
    told = {"HX-Request": "true"}
    ticked = client.get(f"/publish/{record.pk}/", {"chosen": "1", "part": ["overview"]}, headers=told).content.decode()
    assert "手机号码 139********" in ticked
    assert "13912345678" not in ticked
    assert "disabled" in ticked
    cleared = client.get(f"/publish/{record.pk}/", {"chosen": "1", "part": ["scores"]}, headers=told).content.decode()
    assert "disabled" not in cleared
