"""`make fuzz`: read thousands of damaged files; each must be read or refused in plain words, soon and in bounded memory.

Children do the reading, so that a crash of a parser written in C is seen and survived. A file that brought a reader
down is kept in out/fuzz/ under a name from which it can be made again: specimen, seed and number.
"""

import argparse
import multiprocessing
import resource
import signal
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random  # noqa: TID251  always seeded
from types import FrameType

from fuzz.mutate import mutated
from fuzz.specimens import specimens
from jiping.domain.errors import JipingError
from jiping.formats import office
from jiping.formats.guard import HEAD_BYTES
from jiping.formats.registry import reader_for
from jiping.formats.scan import extra

SECONDS = 20
GIBIBYTE = 2**30
MEMORY = 3 * GIBIBYTE
KEPT = Path("out/fuzz")


class HangError(BaseException):
    """Reading took too long; no reader may catch this."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A damaged file that was neither read nor refused."""

    name: str
    why: str


def damaged(name: str, data: bytes, seed: int, number: int) -> bytes:
    """Return the damaged file of this number; the same arguments give the same bytes."""
    return mutated(data, Random(f"{name}-{seed}-{number}"))


def attempt(name: str, data: bytes) -> str | None:
    """Read a damaged file; return why that went wrong, None when it was read or refused."""
    signal.signal(signal.SIGALRM, _too_late)
    signal.alarm(SECONDS)
    try:
        reader_for(Path(name), data[:HEAD_BYTES])(data, name)
    except JipingError as fault:
        return "memory" if isinstance(fault.__cause__, MemoryError) else None
    except HangError:
        return f"no answer after {SECONDS} seconds"
    except BaseException:  # noqa: BLE001  whatever else escapes is what we look for
        return traceback.format_exc()
    finally:
        signal.alarm(0)
    return None


def fuzz(count: int, seed: int, processes: int) -> tuple[int, list[Failure]]:
    """Read `count` damaged files, spread evenly over the specimens; return how many, and what failed."""
    sound = dict(specimens())
    names = sorted(sound)
    tasks = [(names[number % len(names)], number) for number in range(count)]
    shares = [tasks[each::processes] for each in range(processes)]
    children = [_Child(sound, share, seed) for share in shares]
    failures = [failure for child in children for failure in child.failures()]
    return count, failures


class _Child:
    """A process at work on its share; when it dies, another goes on behind the file that killed it."""

    def __init__(self, sound: dict[str, bytes], tasks: list[tuple[str, int]], seed: int) -> None:
        self.sound, self.tasks, self.seed = sound, tasks, seed
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("fork")
        self.ours, theirs = context.Pipe(duplex=False)
        self.process = context.Process(target=_work, args=(self.sound, self.tasks, self.seed, theirs))
        self.process.start()
        theirs.close()

    def failures(self) -> Iterator[Failure]:
        done = 0
        while done < len(self.tasks):
            name, number = self.tasks[done]
            why = self._answer()
            done += 1
            if why is not None:
                yield Failure(_keep(name, self.sound[name], self.seed, number), why)
            if not self.process.is_alive() and not self.ours.poll():
                self.tasks, done = self.tasks[done:], 0
                self._start()
        self.process.join()

    def _answer(self) -> str | None:
        try:
            if self.ours.poll(3 * SECONDS):
                answer: str | None = self.ours.recv()
                return answer
            self.process.kill()
        except EOFError:
            pass
        self.process.join()
        return f"the process died ({self.process.exitcode})"


def _work(sound: dict[str, bytes], tasks: list[tuple[str, int]], seed: int, answers: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # converting and recognising is other programs' business, and slow
    office.office_program = lambda: None
    extra.can_read_pictures = lambda: False  # type: ignore[assignment]
    for name, number in tasks:
        answers.send(attempt(name, damaged(name, sound[name], seed, number)))
    answers.close()


def _keep(name: str, data: bytes, seed: int, number: int) -> str:
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{Path(name).stem}-{seed}-{number}{Path(name).suffix}"
    path.write_bytes(damaged(name, data, seed, number))
    return str(path)


def _too_late(_number: int, _frame: FrameType | None) -> None:
    raise HangError


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    count, failures = fuzz(chosen.count, chosen.seed, chosen.processes)
    for failure in failures:
        sys.stdout.write(f"{failure.name}\n{failure.why}\n")
    sys.stdout.write(f"读了 {count} 份损坏的文件，{len(failures)} 份出了岔子。\n")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
