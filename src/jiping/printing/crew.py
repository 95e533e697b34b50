"""Work shared among processes that are forked when everything they need is there: what they read is never copied."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

from jiping.domain.errors import JipingError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_FORK = multiprocessing.get_context("fork")


def share(work: Callable[[Task], Answer], tasks: Sequence[Task], processes: int) -> Iterator[Answer]:
    """Yield the answer to every task as soon as it is there. What `work` raises is raised here, and ends all children.

    `work` need not travel: children inherit it with all it holds. A child is given its next task when it has answered.
    """
    waiting = iter(tasks)
    children: dict[Connection, BaseProcess] = {}
    try:
        for task in islice(waiting, processes):
            connection, process = _child(work, list(children))
            connection.send(task)
            children[connection] = process
        while children:
            for spoken in cast("list[Connection]", wait(list(children))):
                yield _taken(spoken)
                task_left = next(waiting, None)
                spoken.send(task_left)
                if task_left is None:
                    children.pop(spoken).join()
                    spoken.close()
    finally:
        for process in children.values():
            process.kill()
            process.join()


def _child(work: Callable[[Any], Any], elder: list[Connection]) -> tuple[Connection, BaseProcess]:
    ours, theirs = _FORK.Pipe()
    process = _FORK.Process(target=_serve, args=(work, theirs, [*elder, ours]), daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _serve(work: Callable[[Any], Any], connection: Connection, others: list[Connection]) -> None:
    """Answer tasks until there are none; a parent that died is noticed because nobody else holds its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    for each in others:
        each.close()
    while True:
        try:
            task = connection.recv()
            if task is None:
                return
            connection.send(_answer(work, task))
        except (EOFError, OSError):
            return


def _answer(work: Callable[[Any], Any], task: object) -> tuple[bool, object]:
    try:
        return True, work(task)
    except Exception as fault:  # noqa: BLE001 - raised again where the work was asked for
        return False, fault


def _taken(connection: Connection) -> Any:
    try:
        good, answer = connection.recv()
    except (EOFError, OSError):
        raise JipingError(
            "打印的子进程中断了。",
            why="可能内存不足，或被别的程序结束；写好的批次都完整。",
            remedy="请再运行一次同样的命令，会从最后一个完整的批次接着打印。",
        ) from None
    if not good:
        raise answer
    return answer
