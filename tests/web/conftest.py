"""A cast that all web tests share: one demo site, one person a role."""

import os  # noqa: TID251 - Playwright runs an event loop of its own in the thread of the test
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shutil import copytree
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.site.demonstration import fill_demo
from web.browser import FLAGS, Visitor, chromium
from web.triggers import lift, restore

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
NOW = datetime(2025, 3, 21, 10, 42, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def site(db: None) -> None:
    """The demo: three units, eight accounts, six filings."""
    fill_demo(NOW)


def account(username: str) -> AccountRecord:
    return AccountRecord.objects.get(username=username)


def browser_of(username: str) -> Client:
    """Return a client logged in as `username`."""
    client = Client()
    client.force_login(account(username), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def first(site: None) -> FilingRecord:
    """The first of the six filings: 打印纸及个人账户打印纸."""
    return FilingRecord.objects.order_by("pk")[0]


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of a small county that does not exist; nobody writes into them but for receipts and keys."""
    folder = tmp_path_factory.mktemp("county") / "data"
    generate(County(persons=3000), folder, lambda _: None)
    return folder


@pytest.fixture
def records(county: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The site over a copy of those records, with a folder and a patience of its own."""
    data = tmp_path / "data"
    copytree(county, data)
    monkeypatch.setattr(settings, "DATA_FOLDER", data)
    monkeypatch.setattr(settings, "SITE_FOLDER", tmp_path)
    cache.clear()
    yield data
    cache.clear()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": chromium(), "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {"locale": "zh-CN", "timezone_id": "Asia/Shanghai", "viewport": {"width": 1366, "height": 768}}


@pytest.fixture
def visitor(transactional_db: None, live_server: LiveServer, page: Page) -> Iterator[Visitor]:
    """Somebody at a browser, over a live demo site; whatever went wrong behind the page fails the test."""
    restore()
    fill_demo(NOW)
    someone = Visitor(page, live_server.url)
    yield someone
    someone.settle()  # the server is still reading for a part of the page: nothing may be emptied beneath it
    lift()
    assert someone.complaints == []
