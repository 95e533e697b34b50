"""The shape of a check: a function whose docstring is its manual page."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from jiping.checks.gathering import Marks
from jiping.domain.doubt import Figure
from jiping.domain.errors import JipingError
from jiping.domain.finding import Severity
from jiping.domain.place import Place
from jiping.rulepack.pack import RulePack
from jiping.rulepack.provenance import PRACTICE
from jiping.scoring.score import Evaluation, RowScore


class Scope(StrEnum):
    """What a check looks at: a file that yielded no filing, one row, one filing, all filings of a unit in a year or
    over years, the copies of one filing that was handed in several times, or filings of any units that a check's marks bring together.
    """

    FILE = "文件"
    ROW = "单行"
    FILING = "单项"
    UNIT_YEAR = "同单位同年度"
    COPIES = "同一自评的几份"
    UNIT = "同单位跨年度"
    ALL = "各单位之间"


class Objection(NamedTuple):
    """What a check says: what is wrong, what to do about it, and where (the cell or section in the filer's words).

    A check of one row leaves out `where` and `place`: they are those of its row. A check over a set of filings names
    the filing it speaks of by `about`; None means the one it was given.
    """

    message: str
    remedy: str
    where: str = ""
    place: Place | None = None
    about: Evaluation | None = None


class CannotRun(Exception):
    """A check lacks what it needs; the reason is shown beside the findings, never swallowed.

    A check of one row never raises it: what a row does not say is not judged.
    """


FileCheck = Callable[[JipingError], Iterator[Objection]]
# The row alone decides: whatever else a filing holds, equal rows under one pack draw equal objections.
RowCheck = Callable[[RowScore, RulePack], Iterator[Objection]]
FilingCheck = Callable[[Evaluation], Iterator[Objection]]
SetCheck = Callable[[Sequence[Evaluation]], Iterator[Objection]]
F = TypeVar("F", bound=Callable[..., Iterator[Objection]])


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A registered check, told from others by identity.

    `title` is the docstring's first line, `page` the rest; `basis` a legal basis key; `rests_on` the figures it computes
    with: where one of them was read with doubt, the check is not asked.
    """

    code: str
    severity: Severity
    basis: str
    scope: Scope
    title: str
    page: str
    family: str
    name: str
    examine: Callable[..., Iterator[Objection]]
    marks: Marks | None = None
    rests_on: Collection[Figure] = ()


def check(
    *,
    code: str,
    severity: Severity,
    basis: str = PRACTICE,
    scope: Scope = Scope.FILING,
    marks: Marks | None = None,
    rests_on: Collection[Figure] = (),
) -> Callable[[F], F]:
    """Declare the function as the check of its module; the folder is its family, the file its name.

    Its scope says what it takes: FileCheck, RowCheck, FilingCheck or SetCheck. `basis` is a key of some pack's legal_bases.yaml,
    or "practice" where no rule but custom asks for it. A check of scope ALL says by `marks` which filings it wants to
    see side by side. A check that sums, compares or divides figures says by `rests_on` which.
    """

    def mark(function: F) -> F:
        function.__dict__["declared"] = (code, severity, basis, scope, marks, rests_on)
        return function

    return mark
