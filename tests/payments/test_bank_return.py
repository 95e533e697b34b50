"""A return file is booked once and whole; a line that fits nothing stops all of it."""

from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.payments.reconcile import reconcile
from payments.answers import HEADINGS, answer, take
from payments.lists import sent

GOOD = ("{batch}", 1, "6200000000000001", "1000.00", "成功", "", "2024-04-17")
BAD = {
    "批次号": (("无此批", *GOOD[1:]), "没有这一批"),
    "序号": ((GOOD[0], 9, *GOOD[2:]), "这一批里没有这一笔"),
    "收款账号": ((*GOOD[:2], "6200000000000002", *GOOD[3:]), "与送盘的账号不同"),
    "金额": ((*GOOD[:3], "1000.01", *GOOD[4:]), "与送盘的金额不同"),
    "入账日期": ((*GOOD[:6], "2024-04-14"), "早于送盘日期"),
    "失败原因": ((*GOOD[:4], "失败", "", GOOD[6]), "失败而没有写原因"),
    "处理结果": ((*GOOD[:4], "大概成功", *GOOD[5:]), "不在可填的词之内"),
}


@pytest.mark.parametrize("heading", BAD)
def test_a_line_that_fits_nothing_is_told_and_nothing_is_booked(heading: str, tmp_path: Path) -> None:
    row, what = BAD[heading]
    second = (GOOD[0], 2, "6200000000000002", *GOOD[3:])
    with sent(tmp_path, 1, 2) as (con, made, batch):
        rows = [tuple(str(cell).format(batch=batch.number) for cell in each) for each in (row, second)]
        done = take(con, tmp_path, [HEADINGS, *rows])
        assert [(each.line, each.heading, each.what) for each in done.faults] == [(2, heading, what)]
        assert reconcile(con, made).pending.count == 2


def test_what_cannot_be_read_hides_nothing_else(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, made, batch):
        first = (batch.number, 1, "6200000000000001", "1000.01", "大概成功", "", "2024-04-17")
        second = (batch.number, 2, "6200000000000009", "99.00", "成功", "", "四月十七")
        done = take(con, tmp_path, [HEADINGS, first, second])
        assert {(each.line, each.heading) for each in done.faults} == {
            (2, "金额"),
            (2, "处理结果"),
            (3, "收款账号"),
            (3, "金额"),
            (3, "入账日期"),
        }
        assert done.bad_rows == 2
        assert reconcile(con, made).pending.count == 2


def test_the_same_line_twice_in_a_file_is_told_with_both_lines(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, made, batch):
        row = tuple(str(cell).format(batch=batch.number) for cell in GOOD)
        done = take(con, tmp_path, [HEADINGS, row, row])
        assert [each.line for each in done.faults] == [2, 3]
        assert reconcile(con, made).pending.count == 2


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2, 3) as (con, made, batch):
        first = answer(con, tmp_path, batch, failed={2})
        again = answer(con, tmp_path, batch, failed={2})
        assert (first.credited, first.failed, first.known) == (2, 1, 0)
        assert (again.credited, again.failed, again.known) == (0, 0, 3)
        assert reconcile(con, made).credited.count == 2


def test_a_file_that_repeats_what_is_booked_books_the_rest(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, made, batch):
        rows = [
            tuple(str(cell).format(batch=batch.number) for cell in each)
            for each in (GOOD, (GOOD[0], 2, "6200000000000002", "1000.00", "失败", "账号不存在", "2024-04-18"))
        ]
        take(con, tmp_path, [HEADINGS, rows[0]])
        done = take(con, tmp_path, [HEADINGS, *rows], name="全天")
        assert (done.credited, done.failed, done.known, done.faults) == (0, 1, 1, ())
        books = reconcile(con, made)
        assert (books.credited.count, books.failed.count) == (1, 1)


@pytest.mark.parametrize(
    "other", [("失败", "户名不符", "2024-04-17"), ("成功", "", "2024-04-19")], ids=["result", "day"]
)
def test_a_line_that_contradicts_what_is_booked_stops_the_whole_file(
    other: tuple[str, str, str], tmp_path: Path
) -> None:
    with sent(tmp_path, 1, 2) as (con, made, batch):
        first = tuple(str(cell).format(batch=batch.number) for cell in GOOD)
        take(con, tmp_path, [HEADINGS, first])
        second = (batch.number, 2, "6200000000000002", "1000.00", "成功", "", "2024-04-17")
        done = take(con, tmp_path, [HEADINGS, (*first[:4], *other), second], name="又一份")
        assert [each.what for each in done.faults] == ["与以前登记的这一笔的结果不同"]
        assert reconcile(con, made).pending.count == 1


def test_accounts_are_not_shown_in_complaints(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, _, batch):
        row = tuple(str(cell).format(batch=batch.number) for cell in BAD["收款账号"][0])
        (fault,) = take(con, tmp_path, [HEADINGS, row]).faults
        assert "6200000000000002" not in f"{fault}"


def test_a_file_without_results_is_told(tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, _, _), pytest.raises(JipingError, match="没有一笔结果"):
        take(con, tmp_path, [HEADINGS])
