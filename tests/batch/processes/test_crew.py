"""A crew answers every task once, whatever happens to the child that had it."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from batch.processes.tasks import leave_a_program_behind, never_ready, nothing, obey, ready_at_second_try, use_a_program
from jiping.batch.processes.child import Lost
from jiping.batch.processes.crew import crew
from jiping.batch.processes.serve import Bounds, Work
from jiping.domain.errors import JipingError

QUICK = Bounds(seconds=2, memory=1 << 31)


def answers(orders: Sequence[str], processes: int = 2, bounds: Bounds = QUICK) -> dict[str, bytes | Lost]:
    return dict(crew(Work(nothing, obey), orders, processes, bounds))


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_task_is_answered_once(processes: int) -> None:
    orders = [f"任务{number}" for number in range(20)]
    told = [task for task, _ in crew(Work(nothing, obey), orders, processes, QUICK)]
    assert sorted(told) == sorted(orders)


def test_no_task_gives_no_answer() -> None:
    assert answers([]) == {}


@pytest.mark.parametrize(
    ("order", "how"),
    [("hang", "2 秒还没有读完"), ("die", "信号 9"), ("leave", "突然退出"), ("grow", "内存超过 2048 MB")],
)
def test_a_lost_child_costs_its_own_task_only(order: str, how: str) -> None:
    told = answers(["a", "b", order, "c", "d", "e"])
    lost = told.pop(order)
    assert isinstance(lost, Lost)
    assert how in lost.how
    assert told == {each: f"{each} done".encode() for each in "abcde"}


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="raise"):
        answers(["raise"])


def test_a_worn_child_is_replaced_unnoticed() -> None:
    orders = [str(number) for number in range(7)]
    assert len(answers(orders, processes=1, bounds=Bounds(tasks=2))) == 7


def test_children_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert answers(["speak"]) == {"speak": b"speak done"}
    assert capfd.readouterr() == ("", "")


def test_a_child_that_cannot_start_is_told_not_tried_for_ever() -> None:
    with pytest.raises(JipingError, match="没能启动"):
        list(crew(Work(never_ready, obey), ["a"], 1, QUICK))


def test_a_single_false_start_is_got_over(tmp_path: Path) -> None:
    work = Work(partial(ready_at_second_try, str(tmp_path)), obey)
    assert dict(crew(work, ["a"], 1, QUICK)) == {"a": b"a done"}


@pytest.mark.parametrize("hang", [leave_a_program_behind, use_a_program])
def test_programs_a_hung_child_has_started_end_with_it(hang: Callable[[str], bytes], tmp_path: Path) -> None:
    list(crew(Work(nothing, hang), [str(tmp_path)], 1, Bounds(seconds=1)))
    status = Path("/proc") / (tmp_path / "id").read_text() / "stat"
    for _ in range(50):
        if not status.exists() or status.read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("the program is still running")
