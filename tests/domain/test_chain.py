"""A chain holds over what nobody touched, open or closed, and breaks at the smallest touch."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.chain import BEGINNING, content_digest, end_of, instant, link, seal

EVENT = {
    "number": 1,
    "at": "2025-03-21T02:42:00+00:00",
    "actor": "张敏",
    "role": "经办",
    "act": "填写",
    "subject": "打印纸",
    "before": {},
    "after": {"actual": "100%"},
}


def test_the_order_of_keys_does_not_matter_and_foreign_keys_do_not_count() -> None:
    turned = {name: EVENT[name] for name in reversed(EVENT)} | {"stream": "main"}
    assert content_digest(turned) == content_digest(EVENT)


@given(st.sampled_from(sorted(EVENT)))
def test_another_word_in_any_field_is_another_content(name: str) -> None:
    assert content_digest({**EVENT, name: "另写"}) != content_digest(EVENT)


@given(st.lists(st.text(alphabet="0123456789abcdef", min_size=64, max_size=64), min_size=1), st.data())
def test_a_stretch_can_be_proved_from_its_middle_and_no_content_can_be_left_out(
    contents: list[str], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(contents)))
    whole = end_of(BEGINNING, contents)
    assert end_of(end_of(BEGINNING, contents[:cut]), contents[cut:]) == whole
    assert end_of(BEGINNING, contents[:-1]) != whole
    assert link(end_of(BEGINNING, contents[:-1]), contents[-1]) == whole


def test_a_moment_is_the_same_in_every_time_zone() -> None:
    here = datetime(2025, 3, 21, 10, 42, tzinfo=timezone(timedelta(hours=8)))
    assert instant(here) == instant(here.astimezone(UTC)) == "2025-03-21T02:42:00+00:00"


def test_the_same_words_sealed_for_another_filing_or_version_are_another_seal() -> None:
    assert len({seal(1, 1, "甲"), seal(1, 2, "甲"), seal(2, 1, "甲"), seal(1, 1, "乙")}) == 4
