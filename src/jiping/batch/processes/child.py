"""A child process that works on one task at a time, within bounds, and can be thrown away."""

import multiprocessing
import os  # noqa: TID251 - process groups and signals have no other home
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import Generic, TypeVar

from jiping.batch.processes.serve import EXHAUSTED, Bounds, Work, serve

Task = TypeVar("Task")

_STARTING_SECONDS = 120
_PARTING_SECONDS = 1
_MODULES = ["jiping.batch.work"]


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that took its process with it, and how, in a reader's words."""

    how: str


class Child(Generic[Task]):
    """The parent's hold on one child process; `false_starts` is how many before it never became ready."""

    def __init__(self, work: Work[Task], bounds: Bounds, false_starts: int = 0) -> None:
        self.false_starts = false_starts
        self.task: Task | None = None
        self.is_ready = False
        self._bounds, self._done = bounds, 0
        self._until = time.monotonic() + _STARTING_SECONDS
        context = _context()
        self.connection, theirs = context.Pipe()
        # a daemon: whatever ends the parent ends it too
        self._process = context.Process(target=serve, args=(theirs, work, bounds), daemon=True)
        with _interrupts_held():
            self._process.start()
        theirs.close()

    @property
    def is_free(self) -> bool:
        return self.is_ready and self.task is None

    @property
    def is_worn(self) -> bool:
        return self.is_free and self._done >= self._bounds.tasks

    @property
    def seconds_left(self) -> float:
        """Time until the child counts as hung; for an idle one that is never."""
        return float("inf") if self.is_free else self._until - time.monotonic()

    def give(self, task: Task) -> None:
        """Hand over the next task; its time runs from now."""
        self.task, self._until = task, time.monotonic() + self._bounds.seconds
        with suppress(OSError):  # a child that has just died is noticed when its answer is taken
            self.connection.send(task)

    def take(self) -> bytes | Exception | Lost | None:
        """Return the answer that has arrived; None when the child only says that it is ready."""
        try:
            answer: bytes | Exception | None = self.connection.recv()
        except (EOFError, OSError):
            return Lost(self._last_words())
        self.is_ready, self.task = True, None
        self._done += answer is not None
        return answer

    def kill(self) -> None:
        """End the child and every program it has started: by asking, so that it can clean up, then by force."""
        self._process.terminate()
        self._process.join(_PARTING_SECONDS)
        with suppress(ProcessLookupError, PermissionError, AttributeError):
            os.killpg(self._process.pid or 0, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self.connection.close()

    def _last_words(self) -> str:
        self._process.join(1)
        code = self._process.exitcode or 0
        if code == EXHAUSTED:
            return f"要用的内存超过 {self._bounds.memory // 2**20} MB"
        return f"读它的进程被系统中止（信号 {-code}）" if code < 0 else "读它的进程突然退出"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C back from what is born here, which would only print a trace; the parent hears it right after."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows has none
        yield
        return
    resource_tracker.ensure_running()  # it is shielded already, but its birth would let interrupts in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _context() -> SpawnContext | ForkServerContext:
    """Return how children are born: from a clean server that has loaded the code already, where there is one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_MODULES)
    return context
