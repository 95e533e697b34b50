"""Work shared among processes that were forked before the records were read: they hold what they work on and no more."""

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib.abc import MetaPathFinder
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Self, TypeVar, cast

from jiping.domain.errors import JipingError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_FORK = multiprocessing.get_context("fork")
_OVER = None


class Crew:
    """So many processes, until the end of a `with` block."""

    def __init__(self, processes: int) -> None:
        self._hands: dict[Connection, BaseProcess] = {}
        for _ in range(processes):
            connection, process = _child(list(self._hands))
            self._hands[connection] = process

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for connection, process in self._hands.items():
            connection.close()
            process.kill()
            process.join()

    def share(self, work: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """Yield the answer to every task as soon as it is there; what `work` raises is raised here.

        `work` travels once to every process, with all it holds; a process is given its next task when it has answered.
        """
        waiting = iter(tasks)
        busy: list[Connection] = []
        for hand, task in zip(self._hands, waiting, strict=False):
            _tell(hand, work)
            _tell(hand, task)
            busy.append(hand)
        while busy:
            for spoken in cast("list[Connection]", wait(busy)):
                yield _taken(spoken)
                task_left = next(waiting, _OVER)
                _tell(spoken, task_left)
                if task_left is _OVER:
                    busy.remove(spoken)


class _NoPandas(MetaPathFinder):
    """Keeps pyarrow from loading pandas to ask whether a list is one of its: 45 MB and a third of a second for nothing."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname == "pandas":
            raise ModuleNotFoundError(name=fullname)


def _child(elder: list[Connection]) -> tuple[Connection, BaseProcess]:
    ours, theirs = _FORK.Pipe()
    process = _FORK.Process(target=_serve, args=(theirs, [*elder, ours]), daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _serve(connection: Connection, others: list[Connection]) -> None:
    """Answer tasks until the parent is gone, which is noticed because nobody else holds its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    sys.meta_path.insert(0, _NoPandas())
    for each in others:
        each.close()
    with suppress(EOFError, OSError):
        while True:
            work = connection.recv()
            while (task := connection.recv()) is not _OVER:
                connection.send(_answer(work, task))


def _answer(work: Callable[[Any], Any], task: object) -> tuple[bool, object]:
    try:
        return True, work(task)
    except Exception as fault:  # noqa: BLE001 - raised again where the work was asked for
        return False, fault


def _tell(connection: Connection, what: object) -> None:
    try:
        connection.send(what)
    except OSError:
        raise _lost() from None


def _taken(connection: Connection) -> Any:
    try:
        good, answer = connection.recv()
    except (EOFError, OSError):
        raise _lost() from None
    if not good:
        raise answer
    return answer


def _lost() -> JipingError:
    return JipingError(
        "打印的子进程中断了。",
        why="可能内存不足，或被别的程序结束；写好的批次都完整。",
        remedy="请再运行一次同样的命令，会从最后一个完整的批次接着打印。",
    )
