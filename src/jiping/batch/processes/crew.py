"""Children working side by side: each task is answered once, whatever becomes of the child that had it."""

from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from typing import TypeVar

from jiping.batch.processes.child import Child, Lost
from jiping.batch.processes.serve import Bounds, Work
from jiping.domain.errors import JipingError

Task = TypeVar("Task")

_MOST_FALSE_STARTS = 2


def crew(
    work: Work[Task], tasks: Iterable[Task], processes: int, bounds: Bounds
) -> Iterator[tuple[Task, bytes | Lost]]:
    """Yield every task with its answer as soon as it is there; no more tasks are under way than there are children.

    A child that dies, hangs or outgrows its memory is replaced. What `work` raises is raised here. Leaving the
    iteration, by Ctrl-C too, ends all children.
    """
    waiting = iter(tasks)
    children = [Child(work, bounds) for _ in range(processes)]
    try:
        while True:
            _hand_out(children, waiting)
            if all(child.task is None for child in children) and all(child.is_ready for child in children):
                return
            yield from _collect(children, work, bounds)
    finally:
        for child in children:
            child.kill()


def _hand_out(children: list[Child[Task]], waiting: Iterator[Task]) -> None:
    for child in children:
        if child.is_free and (task := next(waiting, None)) is not None:
            child.give(task)


def _collect(children: list[Child[Task]], work: Work[Task], bounds: Bounds) -> Iterator[tuple[Task, bytes | Lost]]:
    """Wait until a child answers or its time is up; yield what was answered, and replace who cannot go on."""
    patience = max(0.0, min(child.seconds_left for child in children))
    spoken = wait([child.connection for child in children], patience)
    for place, child in enumerate(children):
        task, answer = child.task, None
        if child.connection in spoken:
            answer = child.take()
        elif child.seconds_left <= 0:
            answer = Lost(f"读了 {bounds.seconds} 秒还没有读完")
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Lost) or child.is_worn:
            child.kill()
            children[place] = Child(work, bounds, _false_starts(child, answer))
        if task is not None and answer is not None:
            yield task, answer


def _false_starts(child: Child[Task], answer: bytes | Lost | None) -> int:
    """Return how often this child's place has failed to start in a row; JipingError when that is no accident."""
    if child.is_ready or not isinstance(answer, Lost):
        return 0
    if child.false_starts == _MOST_FALSE_STARTS:
        raise JipingError(
            "用来读文件的子进程没能启动。",
            why=f"{answer.how}。",
            remedy="请检查内存是否够用，或加上 --processes 1 再试。",
        )
    return child.false_starts + 1
