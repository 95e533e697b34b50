"""The checks as one pack wants them: those it enables, each with its severity and the citation a reader sees."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

from jiping.checks.check import Check, Objection, Scope
from jiping.checks.gathering import Marks, marks_on
from jiping.domain.doubt import Figure
from jiping.domain.filing import Indicator
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import CheckSetting
from jiping.scoring.score import Evaluation, RowScore

_PLANS_KEPT = 8
_ROWS_KEPT = 1 << 14
_content = attrgetter(*(each.name for each in fields(Indicator) if each.compare))  # a row without its place


@dataclass(frozen=True, slots=True)
class Asked:
    """A check under one pack."""

    code: str
    severity: Severity
    basis: str
    examine: Callable[..., Iterator[Objection]]
    marks: Marks | None = None
    rests_on: Collection[Figure] = ()


Said = tuple[tuple[Asked, Objection], ...]
Marked = dict[str, list[int]]


class Plan:
    """The enabled checks by scope; those of rows are asked once, whatever filing the same row stands in."""

    def __init__(self, pack: RulePack, checks: Sequence[Check]) -> None:
        self._pack = pack
        self.rows = _asked(pack, checks, Scope.ROW)
        self.filings = _asked(pack, checks, Scope.FILING)
        self.sets = _asked(pack, checks, Scope.UNIT_YEAR)
        self.copies = _asked(pack, checks, Scope.COPIES)
        self.years = _asked(pack, checks, Scope.UNIT)
        self.everywhere = _asked(pack, checks, Scope.ALL)
        self._memory: dict[object, Said] = {}

    def marks(self, evaluation: Evaluation) -> Marked:
        """Return by code how the checks of all units mark a filing; codes that do not mark it are left out."""
        marked = {each.code: marks_on(evaluation, each.marks) for each in self.everywhere if each.marks}
        return {code: marks for code, marks in marked.items() if marks}

    def objections(self, rows: Iterable[RowScore]) -> Iterator[tuple[Asked, Objection, Indicator]]:
        """Yield what the checks of rows object to, each with its row; places take no part in telling rows apart."""
        for scored in rows:
            try:
                said = self._memory.get(_content(scored.row))
            except TypeError:  # a signalling NaN among the figures cannot be looked up
                said = self._ask(scored)
            for each, objection in self._remembered(scored) if said is None else said:
                yield each, objection, scored.row

    def _remembered(self, scored: RowScore) -> Said:
        if len(self._memory) >= _ROWS_KEPT:
            self._memory.clear()
        said = self._memory[_content(scored.row)] = self._ask(scored)
        return said

    def _ask(self, scored: RowScore) -> Said:
        return tuple([(each, said) for each in self.rows for said in each.examine(scored, self._pack)])


@lru_cache(maxsize=_PLANS_KEPT)
def plan_of(pack: RulePack, checks: tuple[Check, ...]) -> Plan:
    """Return the plan of a pack; it remembers rows from one run to the next."""
    return Plan(pack, checks)


def _asked(pack: RulePack, checks: Sequence[Check], scope: Scope) -> tuple[Asked, ...]:
    settings = ((each, pack.checks.get(each.code, CheckSetting())) for each in checks if each.scope is scope)
    return tuple(
        Asked(
            each.code,
            setting.severity or each.severity,
            pack.basis(each.basis),
            each.examine,
            each.marks,
            each.rests_on,
        )
        for each, setting in settings
        if setting.enabled
    )
