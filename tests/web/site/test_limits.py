"""Limits a minute: by role, over all server processes, and never a reason to turn away somebody who asks seldom."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from jiping.web.site import limits
from jiping.web.site.counting import Counter
from web.conftest import browser_of


@pytest.fixture
def few(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SITE_FOLDER = tmp_path
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "jiping.web.site.limits.limits"]
    monkeypatch.setattr(limits, "_allowed", lambda: {"clerk": 3, "visitor": 2})


@pytest.mark.usefixtures("site", "few")
def test_whoever_asks_too_often_waits_and_the_others_do_not() -> None:
    clerk, leader = browser_of("zhangmin"), browser_of("liguoqiang")
    assert [clerk.get("/todo/").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert int(clerk.get("/todo/")["Retry-After"]) <= 60
    assert leader.get("/todo/").status_code == 200


def test_a_new_minute_begins_at_one(tmp_path: Path) -> None:
    counter = Counter(tmp_path / "asked")
    assert [counter.count("a", 1), counter.count("a", 1), counter.count("b", 1), counter.count("a", 2)] == [1, 2, 1, 1]


def test_several_processes_count_together(tmp_path: Path) -> None:
    counters = [Counter(tmp_path / "asked") for _ in range(4)]
    counters[0].count("a", 1)
    with ThreadPoolExecutor(4) as crew:
        list(crew.map(lambda counter: [counter.count("a", 1) for _ in range(25)], counters))
    assert counters[0].count("a", 1) >= 95  # a busy instant is let pass, not waited for


def test_a_torn_file_turns_nobody_away(tmp_path: Path) -> None:
    path = tmp_path / "asked"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    counter = Counter(path)
    assert counter.count("a", 1) == 0
    assert counter.count("a", 1) == 1
