"""The trail's pages: what is looked up is found, a break is shown with its number, a package proves itself."""

import json
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from jiping.domain.chain import content_digest, link
from jiping.use_cases.trail_package import verify_trail
from jiping.web.audit.models import EventRecord, StreamRecord
from jiping.web.audit.selectors import first_break
from web.conftest import browser_of
from web.filings.acts import typed
from web.triggers import lift, restore

pytestmark = pytest.mark.usefixtures("site")


def shown(query: str = "") -> str:
    page: str = browser_of("auditadmin").get(f"/trail/{query}").content.decode()
    return page


def exported() -> bytes:
    answer: Any = browser_of("shenji").post("/trail/export/")
    return b"".join(answer.streaming_content)


def test_an_act_is_found_by_person_act_day_and_number(first: Any) -> None:
    typed(first, "很充分")
    event = EventRecord.objects.order_by("-number")[0]
    for query in ("?q=张敏", "?act=填写", "?since=2025-03-21&until=2025-03-21", f"?number={event.number}"):
        assert "很充分" in shown(query), query
    for query in ("?q=没有此人", "?act=登录失败", "?until=2025-03-20", "?number=99999"):
        assert "很充分" not in shown(query), query


def test_a_day_that_is_none_is_told() -> None:
    assert "不是日期" in shown("?since=昨天")


def test_older_events_follow_page_by_page(first: Any) -> None:
    for number in range(60):
        typed(first, f"第 {number} 次")
    page = browser_of("shenji").get("/trail/")
    numbers = [row.event.number for row in page.context["rows"]]
    assert len(numbers) == 50
    older = browser_of("shenji").get(f"/trail/?below={page.context['further']}")
    assert next(row.event.number for row in older.context["rows"]) == numbers[-1] - 1


def test_a_sound_chain_is_said_to_be_sound_and_the_check_leaves_a_mark(first: Any) -> None:
    typed(first, "很充分")
    assert "没有人动过" in browser_of("auditadmin").post("/trail/verify/").content.decode()
    assert EventRecord.objects.order_by("-number")[0].act == "核验留痕"


def test_a_changed_event_is_shown_in_red_with_the_stretch_it_spoils(first: Any) -> None:
    for number in range(3):
        typed(first, f"第 {number} 次")
    end = EventRecord.objects.order_by("-number")[0].number
    lift()
    EventRecord.objects.filter(number=end - 1).update(actor="无名")
    restore()
    page = browser_of("auditadmin").post("/trail/verify/").content.decode()
    assert f"第 {end - 1} 条起不连续" in page
    assert f"到第 {end} 条" in page


def test_events_cut_off_at_the_end_are_missed(first: Any) -> None:
    for number in range(3):
        typed(first, f"第 {number} 次")
    end = StreamRecord.objects.get().last
    lift()
    EventRecord.objects.filter(number=end).delete()
    restore()
    assert first_break() == end


def test_a_package_proves_itself_without_the_database(first: Any, tmp_path: Path) -> None:
    typed(first, "很充分")
    package = tmp_path / "留痕.zip"
    package.write_bytes(exported())
    verdict = verify_trail(package)
    assert (verdict.broken_at, verdict.altered) == (None, False)
    assert verdict.events == verdict.span.last == EventRecord.objects.count() - 1  # the taking away is the last event
    assert verdict.span.end == EventRecord.objects.get(number=verdict.span.last).digest


@pytest.mark.parametrize("hand", ["change", "drop", "cut"])
def test_a_package_somebody_touched_is_found_out(first: Any, tmp_path: Path, hand: str) -> None:
    for number in range(4):
        typed(first, f"第 {number} 次")
    files = {}
    with zipfile.ZipFile(BytesIO(exported())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    lines = files["events.jsonl"].decode().splitlines()
    middle = len(lines) - 2
    if hand == "change":
        lines[middle] = lines[middle].replace("第 2 次", "第 9 次")
    elif hand == "drop":
        del lines[middle]
    else:
        del lines[-1]
    files["events.jsonl"] = ("\n".join(lines) + "\n").encode()
    package = tmp_path / "留痕.zip"
    with zipfile.ZipFile(package, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    verdict = verify_trail(package)
    assert verdict.broken_at == (middle + 1 if hand != "cut" else len(lines) + 1)
    assert verdict.altered


def test_a_gap_shows_even_when_every_digest_was_computed_anew(first: Any, tmp_path: Path) -> None:
    for number in range(4):
        typed(first, f"第 {number} 次")
    with zipfile.ZipFile(BytesIO(exported())) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        events = [json.loads(line) for line in archive.read("events.jsonl").decode().splitlines()]
    missing = events.pop(len(events) - 2)["number"]
    previous = manifest["previous"]
    for event in events:
        event["previous"] = previous
        event["digest"] = previous = link(previous, content_digest(event))
    told = "".join(f"{json.dumps(event, ensure_ascii=False)}\n" for event in events)
    manifest |= {"end": previous, "sha256": sha256(told.encode()).hexdigest()}
    package = tmp_path / "留痕.zip"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.writestr("events.jsonl", told)
    verdict = verify_trail(package)
    assert (verdict.broken_at, verdict.altered) == (missing, False)


def test_a_line_of_the_package_says_all_an_event_says(first: Any) -> None:
    typed(first, "很充分")
    with zipfile.ZipFile(BytesIO(exported())) as archive:
        last = json.loads(archive.read("events.jsonl").decode().splitlines()[-1])
    assert (last["actor"], last["act"], last["after"]) == ("张敏（zhangmin）", "填写", {"actual": "很充分"})


def test_the_page_stays_within_its_budget(first: Any, django_assert_max_num_queries: Any) -> None:
    typed(first, "很充分")
    client = browser_of("shenji")
    with django_assert_max_num_queries(8):
        client.get("/trail/")
