"""Budget, arrivals, receipts and the year's end: bookings stand for ever."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from pytest_django import DjangoAssertNumQueries

from jiping.domain.errors import JipingError
from jiping.domain.posting import PostingKind
from jiping.web.accounts.models import AccountRecord
from jiping.web.funds.models import FundLineRecord, LedgerRecord, PaymentRecord, PostingRecord
from jiping.web.funds.selectors import rates_of
from jiping.web.funds.services.booking import Entry, arrival_add, budget_add, budget_change
from jiping.web.funds.services.closing import line_close
from jiping.web.funds.services.receipts import receipt_keep
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.services.rolling import project_roll_over
from web.conftest import NOW, browser_of

DAY = date(2024, 6, 1)
BUDGET = 8


def test_no_budget_before_the_project_is_approved(draft: ProjectRecord, clerk: AccountRecord) -> None:
    with pytest.raises(JipingError, match="还没有批准"):
        budget_add(project=draft, source="当年财政拨款", entry=Entry(1, DAY, "批复"), actor=clerk, at=NOW)


def test_no_more_comes_in_than_the_budget_holds(line: FundLineRecord, clerk: AccountRecord) -> None:
    with pytest.raises(JipingError, match="超过预算"):
        arrival_add(line=line, entry=Entry(1, DAY, "到2"), actor=clerk, at=NOW)


def test_a_budget_is_not_cut_below_what_has_come_in(line: FundLineRecord, clerk: AccountRecord) -> None:
    with pytest.raises(JipingError, match="少于"):
        budget_change(line=line, entry=Entry(-1, DAY, "调1", "压减"), actor=clerk, at=NOW)


def test_nothing_is_booked_without_a_voucher(unpaid: FundLineRecord, clerk: AccountRecord) -> None:
    with pytest.raises(JipingError, match="凭证"):
        arrival_add(line=unpaid, entry=Entry(1, DAY, " "), actor=clerk, at=NOW)


def test_a_booking_is_never_changed(line: FundLineRecord) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        PostingRecord.objects.filter(line=line).update(fen=1)


def test_a_kept_rate_stays_when_the_books_move_on(unpaid: FundLineRecord, clerk: AccountRecord) -> None:
    project = ProjectRecord.objects.get(pk=unpaid.project_id)
    rate = rates_of(project)[0]
    kept = receipt_keep(project=project, rate=rate, actor=clerk, at=NOW)
    arrival_add(line=unpaid, entry=Entry(600, DAY, "到1"), actor=clerk, at=NOW)
    moved = rates_of(ProjectRecord.objects.get(pk=project.pk))[0]
    assert moved.id != kept.number
    assert browser_of("zhangmin").get(f"/funds/{project.pk}/receipt/{kept.number}/").status_code == 200


def test_what_is_left_is_carried_into_the_next_year(line: FundLineRecord, clerk: AccountRecord) -> None:
    with pytest.raises(JipingError, match="2025 年度没有这个项目"):
        line_close(line=line, voucher="结1", actor=clerk, at=NOW)
    following = project_roll_over(former=line.project, actor=clerk, at=NOW)
    assert line_close(line=line, voucher="结1", actor=clerk, at=NOW).kind == PostingKind.CARRIED
    following.refresh_from_db()
    assert (following.summary_budget, following.summary_received) == (6_000_000, 6_000_000)
    with pytest.raises(JipingError, match="没有结余"):
        line_close(line=line, voucher="结2", actor=clerk, at=NOW)


def test_the_list_opens_on_the_latest_year_that_has_projects(site: None) -> None:
    assert browser_of("zhangmin").get("/funds/").context["year"] == 2024


@pytest.mark.parametrize(
    "place", ["/funds/", "/funds/{pk}/", "/funds/payment/{payment}/", "/funds/ledger/", "/funds/ledger/{ledger}/"]
)
def test_a_page_stays_within_its_budget(
    site: None, place: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    pk = ProjectRecord.objects.earliest("pk").pk
    payment, ledger = PaymentRecord.objects.latest("pk").pk, LedgerRecord.objects.latest("pk").pk
    browser = browser_of("zhangmin")
    browser.get("/funds/")  # the first page of a visit writes its session
    with django_assert_max_num_queries(BUDGET):
        assert browser.get(place.format(pk=pk, payment=payment, ledger=ledger)).status_code == 200
