"""A job: its steps, and what is done in each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from jiping.domain.measurement import Measurement
from jiping.domain.roles import Role


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done: `day` is the day whose state of affairs counts, `out` the run's own folder."""

    programme: str
    year: int
    pack: str
    day: date
    data: Path
    out: Path
    list_number: str


class Teller(Protocol):
    """Who hears how the work goes; any of these may raise Interrupted, and the work is to be left where it is."""

    def progress(self, step: str, done: int, total: int) -> None: ...

    def exceptions(self, classes: list[tuple[str, str, int]]) -> None: ...

    def figures(self, found: tuple[Measurement, ...]) -> None: ...

    def listed(self, number: str) -> None: ...

    def note(self, text: str, tone: str = "") -> None: ...


Work = Callable[[Order, Teller], None]


@dataclass(frozen=True, slots=True)
class Step:
    """`work` does this step and those behind it that have none of their own; `gate` is who must say so before, by `act`.

    `binds`: from here on the run has consequences outside the product and cannot be stopped.
    """

    title: str
    note: str
    work: Work | None = None
    gate: Role | None = None
    act: str = ""
    binds: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """Something a programme has done by the machine; `title` says what comes of it.

    How far it is is told by the step `counted`, or where none is by how many steps are done.
    """

    name: str
    title: str
    steps: tuple[Step, ...]
    counted: str = ""


class Interrupted(Exception):
    """Somebody wants the run paused or stopped, or another worker has taken it."""
