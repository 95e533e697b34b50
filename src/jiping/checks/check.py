"""The shape of a check: a function whose docstring is its manual page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from jiping.domain.errors import JipingError
from jiping.domain.finding import Severity
from jiping.domain.place import Place
from jiping.scoring.score import Evaluation


class Scope(StrEnum):
    """What a check looks at: a file that yielded no filing, one filing, or all filings of a unit in a year."""

    FILE = "文件"
    FILING = "单项"
    UNIT_YEAR = "同单位同年度"


@dataclass(frozen=True, slots=True)
class Objection:
    """What a check says: where (the cell or section in the filer's words), what, and what to do about it.

    A check over a set of filings names the filing it speaks of by `about`; None means the one it was given.
    """

    where: str
    message: str
    remedy: str
    place: Place | None = None
    about: Evaluation | None = None


class CannotRun(Exception):
    """A check lacks what it needs; the reason is shown beside the findings, never swallowed."""


FileCheck = Callable[[JipingError], Iterator[Objection]]
FilingCheck = Callable[[Evaluation], Iterator[Objection]]
SetCheck = Callable[[Sequence[Evaluation]], Iterator[Objection]]
F = TypeVar("F", bound=Callable[..., Iterator[Objection]])


@dataclass(frozen=True, slots=True)
class Check:
    """A registered check. `title` is the docstring's first line, `page` the rest; `basis` a legal basis key."""

    code: str
    severity: Severity
    basis: str
    scope: Scope
    title: str
    page: str
    family: str
    name: str
    examine: Callable[..., Iterator[Objection]]


def check(*, code: str, severity: Severity, basis: str = "practice", scope: Scope = Scope.FILING) -> Callable[[F], F]:
    """Declare the function as the check of its module; the folder is its family, the file its name.

    `basis` is a key of some pack's legal_bases.yaml, or "practice" where no rule but custom asks for it.
    """

    def mark(function: F) -> F:
        function.__dict__["declared"] = (code, severity, basis, scope)
        return function

    return mark
