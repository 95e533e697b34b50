"""A worker killed by the system at any step: another goes on, nothing is lost, nothing done twice."""

import os  # noqa: TID251 - the process is told its settings by the environment
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from jiping.synthetic.county import County
from jiping.use_cases.generate import generate

PREPARE = """
import django; django.setup()
from django.utils import timezone
from jiping.domain.roles import Role
from jiping.web.accounts.models import UnitRecord
from jiping.web.accounts.services import account_create, unit_create
from jiping.web.runs.services.asking import run_ask
at = timezone.localtime()
unit = unit_create(name="如皋市社会保险基金管理中心")
clerk = account_create(username="zhangmin", name="张敏", unit=unit, role=Role.CLERK, password="x", on=at.date(), must_change=False)
run_ask(job="statements", programme="personal_statement", year=2024, actor=clerk, at=at)
"""
PATIENCE = 60


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of its own with one queued run over a small county."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "secret.key").write_text("for-tests-only-" * 4, encoding="ascii")
    (folder / "config.toml").write_text("", encoding="utf-8")
    generate(County(persons=2000), folder / "data", lambda _: None)
    python(folder, *django("migrate", "--skip-checks", "-v0"))
    python(folder, "-c", PREPARE)
    return folder


def told(folder: Path) -> dict[str, str]:
    named = {"JIPING_CONFIG": str(folder / "config.toml"), "DJANGO_SETTINGS_MODULE": "jiping.web.site.settings"}
    return {**os.environ, **named, "PYTHONDONTWRITEBYTECODE": "1"}


def django(*words: str) -> list[str]:
    return ["-m", "django", *words]


def python(folder: Path, *words: str) -> None:
    """Run Python on the site until it ends well."""
    subprocess.run([sys.executable, *words], env=told(folder), check=True, timeout=PATIENCE)  # noqa: S603 - our own words


def ask(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder / "jiping.sqlite3", timeout=10) as con:
        found = con.execute(sql).fetchall()
    con.close()
    return found


def kill_at(folder: Path, step: str) -> None:
    """Kill a worker once the step has begun."""
    worker = subprocess.Popen([sys.executable, *django("worker")], env=told(folder))  # noqa: S603 - our own words
    begun = f"SELECT 1 FROM runs_steprecord WHERE title = '{step}' AND began_at IS NOT NULL"
    deadline = time.monotonic() + PATIENCE
    while not ask(folder, begun):
        assert worker.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)
    worker.send_signal(signal.SIGKILL)
    worker.wait()


def finish(folder: Path) -> None:
    """Let a minute pass, and a new worker do the rest."""
    ask(folder, "UPDATE runs_runrecord SET heartbeat = '2025-01-01' WHERE state = '办理中'")
    python(folder, *django("worker", "--once"))


@pytest.mark.parametrize("step", ["查名册", "打印", "比对", "放行", "计量取数"])
def test_a_killed_worker_loses_nothing_and_does_nothing_twice(prepared: Path, tmp_path: Path, step: str) -> None:
    site = tmp_path / "site"
    shutil.copytree(prepared, site)
    kill_at(site, step)
    finish(site)
    assert ask(site, "SELECT state FROM runs_runrecord") == [("已办结",)]
    batches = ask(
        site,
        "SELECT first, count FROM runs_batchrecord b JOIN runs_steprecord s ON s.id = step_id WHERE title = '打印'",
    )
    pages = pq.read_table(site / "runs" / "1" / "manifest.parquet")
    assert sum(int(str(count)) for _, count in batches) == pages.num_rows
    assert len(set(pages.column("person").to_pylist())) == pages.num_rows
    printed = [each.name for each in sorted((site / "runs" / "1" / "print").iterdir())]
    assert printed == list(dict.fromkeys(pages.column("file").to_pylist()))
    assert len(ask(site, "SELECT 1 FROM runs_figurerecord WHERE code = 'PS02'")) == 1
