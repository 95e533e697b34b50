"""What goes on in a child process: tasks come in by a pipe, answers go out, within bounds of memory."""

import os  # noqa: TID251 - process groups and streams have no other home
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from jiping.batch.processes.garbage import collect_seldom

Task = TypeVar("Task")

EXHAUSTED = 77
"""The exit code of a child that ran out of memory."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one task may take: seconds of wall time, bytes of address space. `tasks`: third-party parsers leak."""

    seconds: int = 60
    memory: int = 2 * 2**30
    tasks: int = 2_000


@dataclass(frozen=True, slots=True)
class Work(Generic[Task]):
    """What a child does: `prepare` once, then `perform` for every task. Both must be importable there."""

    prepare: Callable[[], None]
    perform: Callable[[Task], bytes]


def serve(connection: Connection, work: Work[Task], bounds: Bounds) -> None:
    """Prepare, say None when ready, then answer every task that comes; never returns while the parent lives."""
    _stand_alone()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # it reserves address space for every thread it may start
    _limit_memory(bounds.memory)
    try:
        work.prepare()
        collect_seldom()
        connection.send(None)
        while True:
            connection.send(_answer(work, connection.recv()))
    except MemoryError:
        os._exit(EXHAUSTED)
    except (EOFError, OSError):
        return  # the parent is gone


def _answer(work: Work[Task], task: Task) -> bytes | Exception:
    try:
        return work.perform(task)
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - the parent decides what it means
        return fault


def _stand_alone() -> None:
    """Leave the terminal to the parent: Ctrl-C is its business, and what libraries print is nobody's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # a converter in use is then ended by its own clean-up
    if hasattr(os, "setsid"):
        os.setsid()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())


def _limit_memory(size: int) -> None:
    """Bound the address space; only the soft limit, so that a converter may ask for more for its own process."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))
