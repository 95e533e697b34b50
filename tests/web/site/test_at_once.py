"""Many at once and no warning: sixteen writers on SQLite all save, and a server killed anywhere loses no saved cell."""

import os  # noqa: TID251 - processes are killed by their group
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from threading import Timer
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, OpenerDirector, build_opener

import pytest

from jiping.use_cases.new_site import new_site
from jiping.web.site.demonstration import PASSWORD
from web.site.programs import jiping

TESTS = Path(__file__).resolve().parents[2]
_PATIENCE = 90


def demo(folder: Path) -> Path:
    return new_site(folder, demo=True, data=folder / "data")


def test_sixteen_writers_on_sqlite_all_save(tmp_path: Path) -> None:
    told = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": f"{TESTS}:{TESTS.parent / 'src'}",
        "JIPING_CONFIG": str(demo(tmp_path / "site")),
        "DJANGO_SETTINGS_MODULE": "jiping.web.site.settings",
        "LC_ALL": "C.UTF-8",
    }
    words = [sys.executable, "-m", "web.site.writers", "16", "8"]
    done = subprocess.run(words, env=told, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        return None


class Clerk:
    """A clerk's browser, without a browser."""

    def __init__(self, address: str) -> None:
        self._address, self._cookies = address, CookieJar()
        self._open: OpenerDirector = build_opener(HTTPCookieProcessor(self._cookies), _Stay())
        self.post("/login/", username="zhangmin", password=PASSWORD)

    def post(self, path: str, **told: object) -> int:
        """Return the answer's code. Raises URLError when nobody answers."""
        if not any(each.name == "csrftoken" for each in self._cookies):
            self._open.open(f"{self._address}/login/", timeout=20).read()
        token = next(each.value for each in self._cookies if each.name == "csrftoken")
        data = urlencode({**told, "csrfmiddlewaretoken": token}).encode()
        try:
            with self._open.open(f"{self._address}{path}", data, timeout=20) as answer:
                return int(answer.status)
        except HTTPError as answer:
            return answer.code


@contextmanager
def serving(config: Path) -> Iterator[tuple[str, int]]:
    """Yield the address of a server under way and its process group; whatever happens, nothing of it stays."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "jiping", "serve", "--config", str(config), "--port", str(port)]
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 - our own program
        words, env=env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _await(f"{address}/readyz")
            yield address, server.pid
        finally:
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGKILL)


def _await(address: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with suppress(URLError, ConnectionError, TimeoutError), build_opener().open(address, timeout=5):
            return
        time.sleep(0.2)
    pytest.fail(f"{address} does not answer")


def test_a_server_killed_at_any_moment_loses_no_saved_cell(tmp_path: Path) -> None:
    config = demo(tmp_path / "site")
    for seconds in (0.05, 0.4, 1.0):
        with serving(config) as (address, group):
            clerk = Clerk(address)
            filing, row, version, _ = _first_row(tmp_path / "site")
            saved, tried = "", ""
            strike = Timer(seconds, os.killpg, (group, signal.SIGKILL))
            with suppress(URLError, ConnectionError, HTTPException):
                for number in range(version, version + 10_000):
                    tried = f"第 {number} 次"
                    code = clerk.post(f"/eval/{filing}/row/{row}/", version=number, column="actual", text=tried)
                    assert code == 302, code
                    if not saved:
                        strike.start()
                    saved = tried
            strike.join()
        assert _first_row(tmp_path / "site")[3] in {saved, tried}
    doctor = jiping("doctor", "--config", config)
    assert doctor.returncode < 2, doctor.stdout
    assert "整条链连续" in doctor.stdout


def _first_row(site: Path) -> tuple[int, int, int, str]:
    """Return filing, row, version and actual of the first row, as the file on the disk has them."""
    with closing(sqlite3.connect(site / "jiping.sqlite3")) as connection:
        sql = "SELECT filing_id, id, version, actual FROM filings_indicatorrecord ORDER BY id LIMIT 1"
        found: tuple[int, int, int, str] = connection.execute(sql).fetchone()
    return found
