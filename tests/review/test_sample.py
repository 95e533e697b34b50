"""A draw is repeatable by anyone, covers every stratum at its rate, and every unit where the pack asks."""

import hashlib
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.errors import PackFault
from jiping.reports.batch.drawing import coverage, record
from jiping.review.ranking import Ranked
from jiping.review.sample import Sample, draw
from jiping.review.strata import Stratum, sizes, strata
from review.batches import NATIONAL, batch, finding, subject

SUBJECTS = [subject(f"项目{n}", unit=f"单位{n % 7}", wan=str(n * 37 % 1500)) for n in range(60)]
RANKED = batch(SUBJECTS, [finding(each, code) for each in SUBJECTS[::3] for code in ("AR01", "FU04", "SC01")]).ranked


def sample(seed: str = "7", total: int | None = None, ranked: Sequence[Ranked] = RANKED) -> Sample:
    return draw(ranked, NATIONAL, seed, total)


def test_the_same_seed_and_frame_give_the_same_sample() -> None:
    assert sample() == sample()


def test_another_seed_gives_another_sample() -> None:
    assert [each.ticket for each in sample("7").drawn] != [each.ticket for each in sample("8").drawn]


def test_the_order_of_the_frame_does_not_matter() -> None:
    turned = sample(ranked=tuple(reversed(RANKED)))
    assert {each.ticket for each in turned.drawn} == {each.ticket for each in sample().drawn}
    assert turned.frame_hash == sample().frame_hash


def test_a_changed_amount_changes_the_hash_of_the_frame() -> None:
    changed = batch([*SUBJECTS[1:], subject("项目0", unit="单位0", wan="1")])
    assert sample(ranked=changed.ranked).frame_hash != sample().frame_hash


def test_every_unit_is_covered() -> None:
    drawn = sample()
    assert drawn.units_drawn == drawn.units == 7


def test_units_the_strata_leave_out_are_added_on_top() -> None:
    clean = batch([subject("项目", unit=f"单位{n}", wan="5") for n in range(40)]).ranked
    drawn = sample(ranked=clean)
    (only,) = drawn.strata
    assert (only.drawn, only.added, drawn.units_drawn) == (2, 38, 40)


def test_a_filing_without_a_unit_covers_nobody() -> None:
    nameless = batch([subject(f"项目{n}", unit="（未写填报单位）", wan="5") for n in range(40)]).ranked
    assert [(each.drawn, each.added) for each in sample(ranked=nameless).strata] == [(2, 0)]


def test_nothing_is_drawn_twice() -> None:
    tickets = [each.ticket for each in sample().drawn]
    assert len(tickets) == len(set(tickets))


def test_a_total_is_met_before_units_are_covered() -> None:
    assert sum(each.drawn for each in sample(total=11).strata) == 11


def test_a_total_is_all_that_is_drawn_and_the_unchecked_take_nothing_of_it() -> None:
    unread = [subject(f"坏{n}", unit=f"坏单位{n}", unchecked="读不出来") for n in range(9)]
    drawn = sample(total=3, ranked=batch([*SUBJECTS, *unread]).ranked)
    assert len(drawn.drawn) == 3
    assert drawn.unchecked == 9
    assert not any("坏" in each.filing.dossier.subject.project for each in drawn.drawn)


def test_the_record_is_enough_to_draw_again_without_this_program() -> None:
    told: dict[str, Any] = json.loads(record(sample(), NATIONAL))
    frame: list[str] = told["frame"]
    assert hashlib.sha256("\n".join(frame).encode()).hexdigest() == told["frame_sha256"]
    tickets = {hashlib.sha256(f"{told['seed']}|{line}".encode()).hexdigest(): line for line in frame}
    for stratum in told["strata"]:
        drawn = [
            each["sha256"]
            for each in told["drawn"]
            if each["stratum"] == stratum["name"] and not each["added_for_unit"]
        ]
        risk = stratum["name"].split("·")[0]
        first = sorted(tickets[each] for each in drawn)
        assert len(drawn) == stratum["drawn"]
        assert all(line.endswith(f"\t{risk}") for line in first)
        assert drawn == sorted(drawn)


def test_coverage_is_told_by_number_amount_and_units() -> None:
    drawn = sample(total=60)
    assert [row[3] for row in coverage(drawn)] == ["100.00%", "100.00%", "100.00%"]


def test_a_stratum_without_a_rate_is_a_fault_of_the_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(NATIONAL), "table", lambda *_: ())
    with pytest.raises(PackFault, match="没有写明"):
        strata(RANKED, NATIONAL)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), min_size=1, max_size=8), st.none() | st.integers(1, 200)
)
def test_sizes_meet_the_total_and_never_exceed_a_stratum(given_: list[tuple[int, int]], total: int | None) -> None:
    divided = [Stratum("高", str(n), RANKED[:members], Decimal(rate) / 20) for n, (members, rate) in enumerate(given_)]
    drawn = sizes(divided, total)
    assert all(0 <= number <= len(each.members) for number, each in zip(drawn, divided, strict=True))
    if total is not None:
        assert sum(drawn) == min(total, sum(len(each.members) for each in divided if each.rate))
