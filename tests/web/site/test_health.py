"""Monitors ask without logging in, and are told no more than they need."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from jiping.web.audit.services import event_append
from jiping.web.site.checkup import state
from jiping.web.site.checkup.sign import Health
from web.conftest import NOW, account, browser_of

pytestmark = pytest.mark.usefixtures("site")


def test_a_well_site_is_ready() -> None:
    assert [Client().get(path).content for path in ("/healthz", "/readyz")] == [b"ok\n", b"ok\n"]


def test_a_site_without_its_database_is_alive_but_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def ensure_connection(self) -> None:
            raise DatabaseError("password=secret")

    monkeypatch.setattr(state, "connection", Gone())
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.content.decode()) == (503, "数据库\n")
    assert Client().get("/healthz").status_code == 200


def test_the_page_shows_what_is_not_well_with_its_remedy() -> None:
    page = browser_of("sysadmin").get("/system/").content.decode()
    assert "正常" in page
    assert "chmod 600" in page  # the key of the tests is open to all


@pytest.mark.parametrize(
    ("days", "health"), [(0, Health.GOOD), (1, Health.GOOD), (2, Health.WARN), (7, Health.WARN), (8, Health.BAD)]
)
def test_a_backup_grows_old(settings: Any, days: int, health: Health) -> None:
    settings.DEMO = False
    with transaction.atomic():
        event_append(act=state.BACKUP, subject="一.zip", actor=None, at=NOW)
    assert state.backup(NOW + timedelta(days=days)).health is health


def test_a_clock_that_went_back_is_seen(settings: Any) -> None:
    settings.TODAY = None
    with transaction.atomic():
        event_append(act="填写", subject="一", actor=None, at=NOW)
    assert state.clock(NOW + timedelta(seconds=1)).health is Health.GOOD
    assert state.clock(NOW - timedelta(hours=1)).health is Health.BAD


def test_the_pages_of_the_keepers_stay_within_their_budget(django_assert_max_num_queries: Any) -> None:
    client = browser_of("sysadmin")
    client.get("/todo/")  # the session is put off
    for path in ("/people/", f"/people/{account('zhangmin').pk}/", "/second-factor/"):
        with django_assert_max_num_queries(8):
            client.get(path)
