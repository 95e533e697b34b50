"""The pages stand alone, lead to every filing, and show what a filing says as text, never as markup."""

import re
from html.parser import HTMLParser
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.finding import NotRun, Severity
from jiping.reports.batch.pages import HOME, render
from jiping.review.overview import Overview
from review.batches import ANSWER, batch, finding, subject

EVIL = '<script>alert("1")</script>'
A, B = subject("甲项目", link="../送审/甲 项目#1.pdf"), subject(EVIL, unit="另一&单位", wan="2000")
BATCH = batch(
    [A, B],
    [finding(A), finding(A, "TG03", Severity.WARN, ANSWER), finding(B, "TY01", Severity.HINT, where=EVIL)],
    [NotRun("AR01", EVIL, EVIL)],
)


class Links(HTMLParser):
    """Collects links, anchors and every tag of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.tags: set[str] = set()
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        told = dict(attrs)
        self.links += [href for href in [told.get("href")] if href]
        self.anchors |= {name for name in [told.get("id")] if name}


def pages(of: Overview = BATCH) -> dict[PurePosixPath, bytes]:
    return dict(render(of, {}))


def test_the_same_batch_gives_the_same_pages() -> None:
    assert pages() == pages()


def test_no_page_runs_a_script_or_asks_another_host() -> None:
    for page in pages().values():
        assert not Links(page).tags & {"script", "link", "img", "iframe", "object"}
        assert re.search(rb"(?:src=|url\(|@import|https?://)", page) is None


def test_every_link_between_pages_arrives() -> None:
    found = pages()
    for path, page in found.items():
        for link in Links(page).links:
            target, _, anchor = link.partition("#")
            if link == "#" or target.startswith("../../"):
                continue
            there = _resolved(path.parent / target) if target else path
            assert there in found, link
            assert not anchor or anchor in Links(found[there]).anchors, link


def _resolved(path: PurePosixPath) -> PurePosixPath:
    parts: list[str] = []
    for part in path.parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return PurePosixPath(*parts)


def test_the_front_page_leads_to_every_filing() -> None:
    front = Links(pages()[PurePosixPath(HOME)])
    assert {link.partition("#")[2] for link in front.links if "#" in link} == {"f1", "f2"}


def test_a_link_to_a_file_is_quoted() -> None:
    text = pages()[PurePosixPath("单位/0001.html")] + pages()[PurePosixPath("单位/0002.html")]
    assert b"../../%E9%80%81%E5%AE%A1/%E7%94%B2%20%E9%A1%B9%E7%9B%AE%231.pdf" in text


def test_what_a_filing_says_is_never_markup() -> None:
    whole = b"".join(pages(batch([subject(EVIL, unit=EVIL, file=EVIL, unchecked=EVIL)])).values()).decode()
    assert EVIL not in whole
    assert "&lt;script&gt;" in whole


def test_waived_findings_show_person_and_reason() -> None:
    whole = b"".join(pages().values()).decode()
    assert "因疫情停办，已报批（审核人，2025-03-01）" in whole


def test_the_arithmetic_of_every_filing_is_on_its_page() -> None:
    whole = b"".join(pages().values()).decode()
    assert all(each.risk.arithmetic in whole for each in BATCH.ranked)


def test_an_empty_batch_still_makes_a_page() -> None:
    assert list(pages(batch([]))) == [PurePosixPath(HOME)]


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["AR01", "TG03", "TY01", "EV01"])), max_size=40))
def test_bars_never_leave_the_chart(told: list[tuple[int, str]]) -> None:
    subjects = [subject(f"项目{number}", unit=f"单位{number % 3}") for number in range(10)]
    front = pages(batch(subjects, [finding(subjects[number], code) for number, code in told]))[
        PurePosixPath(HOME)
    ].decode()
    for x, width in re.findall(r'<rect [^>]*x="(-?\d+)"[^>]*width="(-?\d+)"', front):
        assert 0 <= int(x) <= int(x) + int(width) <= 560


def test_why_a_file_was_not_read_is_told_once_and_no_money_is_summed_for_it() -> None:
    why = "文件不能读取：文件是空的。"
    lost = subject("空.xlsx", unit="（未读出填报单位）", file="空.xlsx", unchecked=why)
    of_unit = pages(batch([lost], [finding(lost)._replace(message=why)]))[PurePosixPath("单位/0001.html")].decode()
    assert of_unit.count(why) == 1
    assert "文件 1 个，都没有校核" in of_unit
    assert "支出合计" not in of_unit
