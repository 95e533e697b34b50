"""A reviewer's values stand beside the unit's, each with its reason and its class of deviation."""

from decimal import Decimal

import pytest

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.review.models import ReviewedRecord
from jiping.web.review.selectors.rescoring import comparison_of
from jiping.web.review.services.rescoring import Told, rescoring_save
from web.conftest import NOW, account, browser_of

SERVED = "服务人次"


def told(record: FilingRecord, actual: str, score: str | None, reason: str = "抽查登记簿") -> tuple[Told, ...]:
    row = record.indicators.get(level3=SERVED)
    return (Told(row.pk, actual, None if score is None else Decimal(score), reason),)


def test_a_score_of_the_reviewer_gives_deviation_class_and_grade(
    waiting: FilingRecord, reviewer: AccountRecord
) -> None:
    kept = rescoring_save(record=waiting, told=told(waiting, "", "15"), actor=reviewer, at=NOW)
    assert (kept.own, kept.score) == (Decimal(100), Decimal(85))
    assert (kept.kind, kept.grade) == ("显著偏差", "良")


def test_a_value_alone_is_scored_by_the_rules(waiting: FilingRecord, reviewer: AccountRecord) -> None:
    rescoring_save(record=waiting, told=told(waiting, "3600人次", None), actor=reviewer, at=NOW)
    (pair,) = (each for each in comparison_of(reviewer, waiting.pk).pairs if each.result)
    assert pair.result is not None
    assert pair.result.deviation.reviewed == 27
    assert pair.result.grounds.startswith("按复核完成值计分")


def test_new_values_replace_those_kept_before(waiting: FilingRecord, reviewer: AccountRecord) -> None:
    rescoring_save(record=waiting, told=told(waiting, "", "15"), actor=reviewer, at=NOW)
    rescoring_save(record=waiting, told=told(waiting, "", "30"), actor=reviewer, at=NOW)
    kept = ReviewedRecord.objects.get(filing=waiting)
    assert (kept.score, kept.kind, kept.rows.count()) == (Decimal(100), "完全一致", 1)


@pytest.mark.parametrize(
    ("score", "reason", "said"),
    [("15", "", "理由"), ("31", "抽查", "不在 0 与分值之间"), (None, "抽查", "没有复核完成值")],
)
def test_a_value_without_reason_or_sense_is_refused_and_nothing_kept(
    waiting: FilingRecord, score: str | None, reason: str, said: str
) -> None:
    with pytest.raises(JipingError, match=said):
        rescoring_save(record=waiting, told=told(waiting, "", score, reason), actor=account("zhoujianguo"), at=NOW)
    assert not ReviewedRecord.objects.filter(filing=waiting).exists()


def test_the_bureau_cannot_rescore_in_the_departments_turn(waiting: FilingRecord) -> None:
    with pytest.raises(JipingError, match="不由"):
        rescoring_save(record=waiting, told=told(waiting, "", "15"), actor=account("caizheng"), at=NOW)


def test_the_page_keeps_what_is_typed_and_tells_a_score_that_is_none(
    waiting: FilingRecord, reviewer: AccountRecord
) -> None:
    row, client = waiting.indicators.get(level3=SERVED).pk, browser_of(reviewer.username)
    place = f"/review/{waiting.pk}/rescore/save/"
    assert client.post(place, {f"row{row}-score": "十五", f"row{row}-reason": "抽查"}).status_code == 422
    assert client.post(place, {f"row{row}-score": "15", f"row{row}-reason": "抽查"}).status_code == 302
    assert "显著偏差" in client.get(f"/review/{waiting.pk}/rescore/").content.decode()
