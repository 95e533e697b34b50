"""A real browser over the live site: every page fails on a console error, a blocked or a foreign request."""

import os  # noqa: TID251 - the browser's place and whether its lack is a failure are the machine's to say
import shutil
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, Response

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SERIOUS = {"serious", "critical"}
SIZES = ((1366, 768), (1440, 900), (390, 844))


def chromium() -> str:
    """Return where the browser is; without one the test is skipped with the reason, in CI it fails."""
    found = os.environ.get("JIPING_CHROMIUM") or shutil.which("chromium")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("没有 Chromium：请运行 sh tools/system_packages.sh")
        pytest.skip("没有 Chromium，浏览器测试没有运行：请运行 sh tools/system_packages.sh")
    return found


@dataclass
class Visitor:
    """A person at a browser; `complaints` gathers what went wrong behind the page."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._watch)
        self.page.on("response", self._judge)

    def log_in(self, username: str, password: str) -> None:
        self.open("/login/")
        self.page.fill("input[name=username]", username)
        self.page.fill("input[name=password]", password)
        self.page.click("button.act")
        self.page.wait_for_url("**/todo/")

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until no part of the page is still being fetched."""
        self.page.locator(".htmx-request").first.wait_for(state="detached")

    def serious_faults(self) -> list[str]:
        """Return what axe finds serious on the page now, each with the place."""
        found: list[dict[str, Any]] = Axe().run(self.page).response["violations"]
        return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found if each["impact"] in SERIOUS]

    def _hear(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(text)

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.complaints.append(f"foreign request: {request.url}")

    def _judge(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status} {response.url}")
