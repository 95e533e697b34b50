"""Events of delivery reach the indicators, twice the same is once, and an impossible one books nothing."""

import shutil
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from jiping.datasets.folder import EARLIER, open_data
from jiping.datasets.store import Store
from jiping.domain.errors import JipingError
from jiping.printing.delivering import Registered, register
from jiping.printing.released import Printed
from jiping.rulepack.load import load_pack
from jiping.use_cases.measure import measure
from jiping.use_cases.receipt import open_rows
from jiping.use_cases.replay import replay
from printing.test_run import PRINTED, Finished, silent

PACK = load_pack("national", date(2025, 12, 31))
SENT, BACK = sorted(PRINTED)[:20], sorted(PRINTED)[:4]


def events(folder: Path, *lines: str) -> Path:
    path = folder / "回执.csv"
    path.write_text("\n".join(("对账单号,事项,日期,原因", *lines)), encoding="utf-8")
    return path


def posted() -> list[str]:
    return [f"2024{each},寄出,2025-03-1{each % 10}," for each in SENT]


def returned() -> list[str]:
    return [f"2024{each},退信,2025-04-02,地址不详" for each in BACK]


def book(source: Path, data: Path, finished: Finished | None = None) -> Registered:
    return register(source, data, PACK, silent, None if finished is None else Printed(finished[0], date(2025, 2, 10)))


@pytest.fixture
def data(towns: Path, tmp_path: Path) -> Path:
    """Return the towns' records as a folder of snapshots."""
    folder = tmp_path / "data"
    for found in open_data(towns).values():
        taken = shutil.copy(towns / found.file, tmp_path / found.file)
        Store(folder).add(Path(taken), found)
    return folder


def figures(data: Path) -> dict[str, object]:
    return {each.code: each.exact for each in measure("personal_statement", 2025, data, "national").figures}


def test_indicators_follow_the_events(data: Path, finished: Finished, tmp_path: Path) -> None:
    book(events(tmp_path, *posted()), data, finished)
    before = figures(data)
    assert before["PS04"] == 0
    again = [f"2024{BACK[0]},补寄,2025-04-12,", f"2024{SENT[-1]},查看,2025-05-01,"]
    book(events(tmp_path, *returned(), *again), data)
    after = figures(data)
    assert after["PS02"] == before["PS02"]
    assert (after["PS04"], after["PS05"]) == (20, 25)


def test_the_same_events_twice_are_the_same_ledger(data: Path, finished: Finished, tmp_path: Path) -> None:
    source = events(tmp_path, *posted(), *returned())
    book(source, data, finished)
    first = open_data(data)["deliveries"]
    book(source, data, finished)
    assert open_data(data)["deliveries"] == first


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("202499999,寄出,2025-03-01,", "不在送达台账里"),
        (f"2024{SENT[0]},退信,2025-03-01,地址不详", "退信早于寄出"),
        (f"2024{SENT[0]},补寄,2025-06-01,", "没有退信就补寄"),
    ],
)
def test_what_cannot_be_books_nothing(line: str, why: str, data: Path, finished: Finished, tmp_path: Path) -> None:
    book(events(tmp_path, *posted()), data, finished)
    before = open_data(data)["deliveries"]
    with pytest.raises(JipingError, match=why):
        book(events(tmp_path, line), data)
    assert open_data(data)["deliveries"] == before


def test_a_row_nobody_can_read_books_nothing(data: Path, finished: Finished, tmp_path: Path) -> None:
    done = book(events(tmp_path, *posted(), "20241,丢了,2025-03-01,"), data, finished)
    assert (done.ledger, done.events.bad_rows) == (None, 1)
    assert "deliveries" not in open_data(data)


def test_in_a_folder_of_plain_files_the_ledger_is_one_too_and_the_earlier_one_is_kept(
    towns: Path, finished: Finished, tmp_path: Path
) -> None:
    plain = Path(shutil.copytree(towns, tmp_path / "plain"))
    book(events(tmp_path, *posted()), plain, finished)
    first = (plain / "deliveries.parquet").read_bytes()
    done = book(events(tmp_path, "20241,退信,2025-03-20,查无此人"), plain)
    assert done.ledger is not None
    rows = {each["statement_number"]: each for each in pq.read_table(plain / "deliveries.parquet").to_pylist()}
    assert rows["20241"]["return_reason"] == "查无此人"
    assert [kept.read_bytes() for kept in (plain / EARLIER).iterdir()] == [first]
    assert "persons" in open_data(plain)


def test_a_receipt_of_the_earlier_ledger_still_opens_and_repeats(
    towns: Path, finished: Finished, tmp_path: Path
) -> None:
    plain = Path(shutil.copytree(towns, tmp_path / "plain"))
    book(events(tmp_path, *posted()), plain, finished)
    measured = next(
        each for each in measure("personal_statement", 2025, plain, "national").figures if each.code == "PS04"
    )
    book(events(tmp_path, *returned()), plain)
    assert replay(measured.id, plain).stands
    assert open_rows(measured, plain, 1)
    (kept,) = (plain / EARLIER).iterdir()
    kept.chmod(0o644)
    kept.write_bytes((plain / "deliveries.parquet").read_bytes())
    with pytest.raises(JipingError, match="没有表 deliveries 的快照"):
        replay(measured.id, plain)


def test_a_row_nobody_can_read_does_not_hide_what_else_cannot_be_booked(
    data: Path, finished: Finished, tmp_path: Path
) -> None:
    wrong = ["202499999,寄出,2025-03-01,", f"2024{SENT[0]},补寄,2025-06-01,", "20241,丢了,2025-03-01,"]
    done = book(events(tmp_path, *wrong), data, finished)
    assert (done.ledger, done.events.snapshot, done.events.bad_rows) == (None, None, 1)
    unknown, unordered = done.hindrances
    assert "202499999" in unknown
    assert f"2024{SENT[0]}" in unordered
    with pytest.raises(JipingError, match=r"不在送达台账里.*没有退信就补寄"):
        book(events(tmp_path, *wrong[:2]), data, finished)
