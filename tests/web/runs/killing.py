"""A site of its own in a folder, worked on by processes that can be killed."""

import os  # noqa: TID251 - a process is told its settings by the environment
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 60


def begin_site(folder: Path) -> Path:
    """Lay out an empty site."""
    (folder / "secret.key").write_text("for-tests-only-" * 4, encoding="ascii")
    (folder / "config.toml").write_text("", encoding="utf-8")
    python(folder, "-m", "django", "migrate", "--skip-checks", "-v0")
    return folder


def python(folder: Path, *words: str) -> None:
    """Run Python on the site until it ends well."""
    subprocess.run([sys.executable, *words], env=_told(folder), check=True, timeout=PATIENCE)  # noqa: S603 - our own words


def ask(folder: Path, sql: str) -> list[tuple[object, ...]]:
    """Ask the site's database, or change it, beside whoever works on it."""
    con = sqlite3.connect(folder / "jiping.sqlite3", timeout=10)
    with con:
        found = con.execute(sql).fetchall()
    con.close()
    return found


def kill_at(folder: Path, step: str) -> None:
    """Kill a worker once it has begun the step."""
    words = [sys.executable, "-m", "django", "worker"]
    worker = subprocess.Popen(words, env=_told(folder))  # noqa: S603 - our own words
    begun = f"SELECT 1 FROM runs_steprecord s JOIN runs_runrecord r ON r.id = run_id WHERE s.title = '{step}' AND began_at IS NOT NULL AND r.state <> '排队'"
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
    python(folder, "-m", "django", "worker", "--once")


def _told(folder: Path) -> dict[str, str]:
    named = {"JIPING_CONFIG": str(folder / "config.toml"), "DJANGO_SETTINGS_MODULE": "jiping.web.site.settings"}
    return {**os.environ, **named, "PYTHONDONTWRITEBYTECODE": "1"}
