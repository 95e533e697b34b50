"""Killed and repeated, or run twice at once: nobody is paid twice, and nobody is left out."""

import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from jiping.payments.batches import batches_of
from jiping.payments.draft import Draft
from jiping.payments.ledger import ledger
from jiping.payments.reconcile import reconcile
from jiping.payments.sealed import find_sealed, sealed_lists
from payments.answers import answer
from payments.lists import draft, sent

TESTS = Path(__file__).parents[1]
PEOPLE = range(1, 41)
STATEMENTS = 180  # what a whole run sends to the ledger, and a few more


def start(data: Path, made: Draft, kill_at: int = 0, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "payments.pay_run", str(data), made.list.id, str(kill_at), *more],
        cwd=TESTS,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": f"{TESTS}:{TESTS.parent / 'src'}"},
        stderr=subprocess.PIPE,
    )


def ended(run: subprocess.Popen[bytes]) -> tuple[int, str]:
    _, told = run.communicate(timeout=120)
    return run.returncode, told.decode()


def require_paid_once(data: Path, made: Draft) -> None:
    with ledger(data) as con:
        found = find_sealed(con, made.list.id)
        books = reconcile(con, found)
        assert (books.pending.count, books.pending.total) == (made.list.count, made.list.total)
        assert len(batches_of(con, found)) == 1
        assert con.execute("SELECT count(*), count(DISTINCT payment) FROM attempts").fetchone()[:] == (40, 40)


@settings(max_examples=8)
@given(st.lists(st.integers(1, STATEMENTS), min_size=1, max_size=2))
def test_a_run_killed_anywhere_and_repeated_pays_everybody_once(kills: list[int]) -> None:
    with TemporaryDirectory() as folder:
        data = Path(folder)
        made = draft(data, *PEOPLE)
        for kill_at in kills:
            code, told = ended(start(data, made, kill_at))
            assert code in (0, -signal.SIGKILL), told
        assert ended(start(data, made)) == (0, "")
        require_paid_once(data, made)


def test_kills_happen_within_a_run(tmp_path: Path) -> None:
    made = draft(tmp_path, *PEOPLE)
    assert ended(start(tmp_path, made, 30))[0] == -signal.SIGKILL
    with ledger(tmp_path) as con:
        assert sealed_lists(con) == ()


def test_runs_at_once_on_a_new_ledger_pay_everybody_once(tmp_path: Path) -> None:
    for turn in range(3):
        data = tmp_path / str(turn)
        made = draft(data, *PEOPLE)
        (data / "wait").touch()
        runs = [start(data, made) for _ in range(3)]
        (data / "wait").unlink()
        assert [ended(each) for each in runs] == [(0, "")] * 3
        require_paid_once(data, made)


def test_of_two_lists_with_the_same_person_only_one_is_sealed(tmp_path: Path) -> None:
    lists = draft(tmp_path, *PEOPLE), draft(tmp_path, 40, *range(100, 130))
    (tmp_path / "wait").touch()
    runs = [start(tmp_path, each) for each in lists]
    (tmp_path / "wait").unlink()
    codes = [ended(each) for each in runs]
    assert sorted(code for code, _ in codes) == [0, 1]
    assert any("同一人、同一种类、同一年度只能发一次" in told for _, told in codes)
    with ledger(tmp_path) as con:
        (found,) = sealed_lists(con)
        assert con.execute("SELECT count(*) FROM payments").fetchone()[0] == found.list.count


def test_two_runs_at_once_order_a_failed_transfer_again_only_once(tmp_path: Path) -> None:
    with sent(tmp_path, *PEOPLE) as (con, _, batch):
        answer(con, tmp_path, batch, failed={7, 8})
    made = draft(tmp_path, *PEOPLE)
    (tmp_path / "wait").touch()
    runs = [start(tmp_path, made, 0, "again") for _ in range(2)]
    (tmp_path / "wait").unlink()
    assert [ended(each) for each in runs] == [(0, "")] * 2
    with ledger(tmp_path) as con:
        first, second = batches_of(con, find_sealed(con, made.list.id))
        assert (first.count, second.count) == (40, 2)
