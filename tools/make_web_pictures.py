"""Take the pictures of the web guide from a fresh demo site in a real browser. `make pictures` calls it."""

import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from jiping.use_cases.county import data_folder
from jiping.use_cases.new_site import new_site

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "images"
PORT = 8397
ADDRESS = f"http://127.0.0.1:{PORT}"
PASSWORD = "Jiping-demo-2024"  # noqa: S105 - printed on the demo's own log-in page
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK, PHONE = ViewportSize(width=1366, height=800), ViewportSize(width=390, height=760)
PICTURES = (
    ("zhangmin", "/todo/", "web-todo"),
    ("zhangmin", "/eval/1/", "web-sheet"),
    ("zhangmin", "/goals/", "web-goals"),
    ("zhangmin", "/funds/", "web-funds"),
    ("zhangmin", "/runs/1/", "web-run"),
    ("zhangmin", "/surveys/", "web-survey"),
    ("zhoujianguo", "/review/?view=all", "web-board"),
    ("caizheng", "/insight/", "web-insight"),
    ("shenji", "/trail/", "web-trail"),
    ("sysadmin", "/people/", "web-people"),
)


def main() -> None:
    """Write docs/images/web-*.png."""
    with TemporaryDirectory() as folder, _site(Path(folder)), sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for person in dict.fromkeys(person for person, _, _ in PICTURES):
            page = _logged_in(browser, person)
            for _, path, name in (each for each in PICTURES if each[0] == person):
                _take(page, path, name)
        _take(browser.new_page(viewport=DESK), "/open/", "web-open")
        _take(browser.new_page(viewport=PHONE), "/st/", "web-statement")
        browser.close()


@contextmanager
def _site(folder: Path) -> Iterator[None]:
    config = new_site(folder, demo=True, data=data_folder(None, print))
    words = [sys.executable, "-m", "jiping", "serve", f"--config={config}", f"--port={PORT}"]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        _wait()
        yield
    finally:
        server.terminate()
        server.wait()


def _wait() -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{ADDRESS}/login/")
        except urllib.error.URLError:
            time.sleep(0.5)
        else:
            return
    sys.exit("the demo site did not come up")


def _logged_in(browser: Browser, person: str) -> Page:
    page = browser.new_page(viewport=DESK, locale="zh-CN")
    page.goto(f"{ADDRESS}/login/")
    page.fill("input[name=username]", person)
    page.fill("input[name=password]", PASSWORD)
    page.click("button.act")
    page.wait_for_url("**/todo/")
    return page


def _take(page: Page, path: str, name: str) -> None:
    page.goto(f"{ADDRESS}{path}")
    page.screenshot(path=OUT / f"{name}.png")


if __name__ == "__main__":
    main()
