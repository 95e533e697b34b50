"""A journal keeps every finished piece, and is continued only where that gives the same result."""

from dataclasses import replace
from pathlib import Path

import pytest

from batch.batches import BOUNDS, TERMS, examined, filings, folder_of, sources_in
from jiping.batch.journal import Journal
from jiping.batch.label import label
from jiping.batch.run import Batch, Local, collected
from jiping.batch.sources import Source
from jiping.domain.errors import JipingError

LABEL = {"program": "1", "rules": "1", "terms": "1", "files": "1"}
LINE = b'{"number":1,"name":"x","findings":[],"not_run":[],"remarks":[],"filings":[]}\n'


@pytest.fixture
def sources(tmp_path: Path) -> tuple[Source, ...]:
    return sources_in(folder_of(filings(2), tmp_path / "材料"))


@pytest.mark.parametrize("stop_at", [1, 7, 12, 13])
def test_a_stopped_batch_resumed_says_what_an_uninterrupted_one_says(
    stop_at: int, sources: tuple[Source, ...], tmp_path: Path
) -> None:
    whole = examined(sources, tmp_path / "whole")
    told = 0

    def stop(what: str, done: int, total: int) -> None:
        nonlocal told
        told += bool(done)
        if told == stop_at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        examined(sources, tmp_path / "journal", tell=stop)
    local = Local(2, BOUNDS)
    again: list[int] = []
    with Journal.resume(tmp_path / "journal", label(sources, TERMS)) as journal:
        Batch(sources, TERMS, journal).run(local, local, lambda _what, done, _total: again.append(done))
        assert collected(journal) == whole
    assert again[0] == min(stop_at, len(sources)), "what was done is not done again"


def test_a_line_cut_off_in_the_writing_is_done_again(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with Journal.begin(path, LABEL) as journal:
        journal.add(1, LINE)
    whole = path.read_bytes()
    path.write_bytes(whole + LINE.replace(b'"number":1', b'"number":2')[:-1])
    with Journal.resume(path, LABEL) as journal:
        assert (1 in journal, 2 in journal) == (True, False)
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    ("key", "why"),
    [("program", "换了版本"), ("rules", "规则包的内容"), ("terms", "与上次不同"), ("files", "增减或改动")],
)
def test_another_batch_is_refused_with_the_reason(key: str, why: str, tmp_path: Path) -> None:
    with Journal.begin(tmp_path / "journal", LABEL) as journal:
        journal.add(1, LINE)
    with pytest.raises(JipingError, match=why):
        Journal.resume(tmp_path / "journal", {**LABEL, key: "2"})


def test_a_changed_file_or_other_terms_make_another_batch(sources: tuple[Source, ...]) -> None:
    before = label(sources, TERMS)
    assert label(sources, replace(TERMS, pack="national"))["terms"] != before["terms"]
    sources[0].path.write_text("[]", encoding="utf-8")
    assert label(sources, TERMS)["files"] != before["files"]


@pytest.mark.parametrize("content", [None, b"", b"rubbish\n", b"[]\n", b'{"schema": "other"}\n'])
def test_what_is_no_journal_is_not_continued(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "journal").write_bytes(content)
    with pytest.raises(JipingError, match="不能接着上次做"):
        Journal.resume(tmp_path / "journal", LABEL)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="不能在"):
        Journal.begin(tmp_path / "no" / "journal", LABEL)


def test_only_the_owner_may_read_a_journal(tmp_path: Path) -> None:
    with Journal.begin(tmp_path / "journal", LABEL):
        assert (tmp_path / "journal").stat().st_mode & 0o077 == 0


def test_unfinished_work_is_never_overwritten(tmp_path: Path) -> None:
    with Journal.begin(tmp_path / "journal", LABEL) as journal:
        journal.add(1, LINE)
    with pytest.raises(JipingError, match="还在"):
        Journal.begin(tmp_path / "journal", LABEL)


def test_a_journal_of_nothing_is_not_left_behind(tmp_path: Path) -> None:
    with Journal.begin(tmp_path / "journal", LABEL):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", [b"", b'{"schema": "jiping/journal/2", "prog'])
def test_a_journal_without_a_whole_line_counts_as_none(left: bytes, tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(left)
    with pytest.raises(JipingError, match="没有上次的进度"):
        Journal.resume(path, LABEL)
    path.write_bytes(left)
    with Journal.begin(path, LABEL) as journal:
        assert path.read_bytes().endswith(b"\n"), "the head is on the disk at once"
        journal.add(1, LINE)
    with Journal.resume(path, LABEL) as again:
        assert 1 in again


def test_a_strangers_file_is_never_taken_for_an_unbegun_journal(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"mine")
    with pytest.raises(JipingError, match="上次没做完"):
        Journal.begin(path, LABEL)
    assert path.read_bytes() == b"mine"
