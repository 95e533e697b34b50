"""A batch says what one process would say of the same filings, and goes on past every bad file."""

import multiprocessing
import os  # noqa: TID251 - a pipe nobody writes to is the plainest reader that hangs
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from batch.batches import examined, filings, folder_of, sources_in
from jiping.batch.alike import _parts
from jiping.batch.sources import Source
from jiping.checks.catalogue import catalogue
from jiping.checks.check import Scope
from jiping.checks.run import Report
from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.finding import Finding
from jiping.domain.place import Place
from jiping.exchange import json
from jiping.use_cases.check import check


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(filings(2), tmp_path_factory.mktemp("batch") / "材料")


def unread(report: Report) -> list[Finding]:
    return [each for each in report.findings if each.code == "RD01"]


def told(report: Report) -> list[str]:
    return sorted(str(each) for each in report.findings)


@pytest.mark.parametrize("processes", [1, 2])
def test_findings_are_those_of_one_process(processes: int, folder: Path, tmp_path: Path) -> None:
    report = examined(sources_in(folder), tmp_path / "journal", processes=processes)
    alone = check(filings(2), "rugao-2024")
    assert told(report) == told(alone)
    assert sorted(each.reason for each in report.not_run) == sorted(each.reason for each in alone.not_run)


def test_a_damaged_file_in_the_middle_is_one_finding(tmp_path: Path) -> None:
    given = filings(1)
    folder = folder_of(given, tmp_path / "材料")
    (folder / "002a.docx").write_bytes(b"PK\x03\x04" + b"\0" * 99)
    report = examined(sources_in(folder), tmp_path / "journal")
    (finding,) = unread(report)
    assert finding.project == "材料/002a.docx"
    assert finding.place is not None
    assert finding.place.file == "材料/002a.docx"
    assert told(report) == sorted([*told(check(given, "rugao-2024")), str(finding)])


def test_a_file_that_is_no_filing_is_told_apart_from_an_unreadable_one(tmp_path: Path) -> None:
    folder = folder_of([], tmp_path / "材料")
    (folder / "通知.txt").write_text("今天天气很好。\n", encoding="utf-8")
    assert [each.code for each in examined(sources_in(folder), tmp_path / "journal").findings] == ["RD02"]


def test_a_reader_that_hangs_is_given_up(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "等.json")
    sources = (*sources_in(folder)[:2], Source("等.json", tmp_path / "等.json"), *sources_in(folder)[2:])
    (finding,) = unread(examined(sources, tmp_path / "journal"))
    assert finding.project == "等.json"
    assert "5 秒还没有读完" in finding.message


def test_a_killed_child_costs_at_most_its_own_file(folder: Path, tmp_path: Path) -> None:
    def kill(what: str, done: int, total: int) -> None:
        if what == "读取校核" and done == 3:
            for child in multiprocessing.active_children():
                os.kill(child.pid or 0, signal.SIGKILL)

    sources = sources_in(folder)
    report = examined(sources, tmp_path / "journal", tell=kill)
    lost = unread(report)
    assert len(lost) <= 2
    assert all("信号 9" in each.message for each in lost)
    assert len({(each.unit, each.project) for each in report.findings}) == len(sources), "no file is silent"


def test_filings_without_a_unit_are_compared_only_within_their_file(tmp_path: Path) -> None:
    nameless = [replace(each, unit=None) for each in filings(1)]
    report = examined(sources_in(folder_of(nameless, tmp_path / "材料")), tmp_path / "journal")
    alone = [check([each], "rugao-2024") for each in nameless]
    assert told(report) == sorted(each for one in alone for each in told(one))


def test_filings_of_several_years_are_compared_across_files(tmp_path: Path) -> None:
    given = [replace(each, year=year) for each in filings(1) for year in (2024, 2025)]
    report = examined(sources_in(folder_of(given, tmp_path / "材料")), tmp_path / "journal")
    assert told(report) == told(check(given, "rugao-2024"))
    assert "CP04" in {each.code for each in report.findings}


def test_a_copy_is_compared_with_no_other_unit(folder: Path, tmp_path: Path) -> None:
    given = [*filings(2), filings(2)[0]]
    report = examined(sources_in(folder_of(given, tmp_path / "材料")), tmp_path / "journal")
    alone = check(given, "rugao-2024")
    assert told(report) == told(alone)
    assert _of_other_units(alone) == _of_other_units(check(filings(2), "rugao-2024")) != []


def test_units_in_one_file_are_compared_as_in_many(folder: Path, tmp_path: Path) -> None:
    alone = tmp_path / "材料"
    alone.mkdir()
    (alone / "两个单位.json").write_text(json.dumps(filings(2)), encoding="utf-8")
    assert told(examined(sources_in(alone), tmp_path / "one")) == told(check(filings(2), "rugao-2024"))


def test_what_could_not_run_says_whose_filing_in_which_file(tmp_path: Path) -> None:
    undated = [replace(each, year=None) for each in filings(1)[:1]]
    report = examined(sources_in(folder_of(undated, tmp_path / "材料")), tmp_path / "journal")
    (missed,) = report.not_run
    assert (missed.code, missed.unit, missed.project) == ("年度", "第0号单位", undated[0].project)


def _of_other_units(report: Report) -> list[str]:
    everywhere = {each.code for each in catalogue() if each.scope is Scope.ALL}
    return sorted(str(each) for each in report.findings if each.code in everywhere)


def test_progress_counts_every_file_and_every_unit(folder: Path, tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    examined(sources_in(folder), tmp_path / "journal", tell=lambda *each: heard.append(each))
    assert [each for each in heard if each[0] != "各单位对照"] == [
        *(("读取校核", n, 12) for n in range(13)),
        *(("同单位对照", n, 2) for n in range(3)),
    ]
    *_, (what, done, total) = heard
    assert (what, done) == ("各单位对照", total)


def test_large_groups_are_compared_in_even_parts() -> None:
    assert [len(part) for part in _parts(range(9), 4)] == [3, 3, 3]
    assert [len(part) for part in _parts(range(4), 4)] == [4]


def test_a_doubt_goes_with_its_filing_through_the_journal_to_the_comparison_of_a_unit(tmp_path: Path) -> None:
    sound, other = filings(1)[:2]
    (row, *_) = other.rows
    doubt = Doubt(row.level3, "9O", "看不清", Confidence.LOW, Place("扫描.pdf", page=2), (Figure.SCORE,))
    given = folder_of([sound, replace(other, doubts=(doubt,))], tmp_path / "材料")
    report = examined(sources_in(given), tmp_path / "进度")
    missed = {each.code: each for each in report.not_run}
    assert {"AR01", "SC04"} <= set(missed)
    assert "扫描.pdf 第 2 页" in missed["SC04"].reason
    assert missed["SC04"].project == other.project
