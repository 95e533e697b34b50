"""Find the checks by walking the folders, run them over evaluated filings, stamp what they say.

`check.py` lies below the rules and this file above them, so finding by folder hides no circle.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from jiping.checks.check import CannotRun, Check, Objection, Scope
from jiping.checks.gathering import joined, sharing
from jiping.checks.order import by_filing
from jiping.checks.plan import Asked, plan_of
from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing, Indicator, Waiver
from jiping.domain.finding import Finding, NotRun
from jiping.domain.place import Place
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation

_HERE = Path(__file__).parent
_NO_UNIT = "（未写填报单位）"
_NO_PROJECT = "（未写项目名称）"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the checks said: findings filing by filing, gravest first; and what could not run."""

    findings: tuple[Finding, ...]
    not_run: tuple[NotRun, ...]


class Hearing(NamedTuple):
    """What a check is asked about, the filing concerned where it names none, and what was found."""

    subject: Evaluation | Sequence[Evaluation]
    filing: Filing
    findings: list[Finding]


@cache
def catalogue() -> tuple[Check, ...]:
    """Return every check, ordered by code. A folder is a family, a file holds exactly one check."""
    found = [_load(path) for path in sorted(_HERE.glob("*/*.py")) if path.stem != "__init__"]
    codes = [each.code for each in found]
    doubled = {code for code in codes if codes.count(code) > 1}
    if doubled:
        raise ValueError(f"check codes used twice: {sorted(doubled)}")
    return tuple(sorted(found, key=lambda each: each.code))


def run(evaluations: Sequence[Evaluation], checks: Sequence[Check] | None = None) -> Report:
    """Return what `checks` (all when None) find in the filings, each under its own pack."""
    chosen = catalogue() if checks is None else tuple(checks)
    findings: list[Finding] = []
    not_run: list[NotRun] = []
    for group in _by_unit_and_year(evaluations):
        plan = plan_of(group[0].pack, chosen)
        hearings = [Hearing(evaluation, evaluation.filing, []) for evaluation in group]
        for evaluation, hearing in zip(group, hearings, strict=True):
            for each, objection, row in plan.objections(evaluation.rows):
                hearing.findings.append(_finding(each, objection, evaluation.filing, row))
        told_apart = _told_apart(group)
        together = Hearing(tuple(copies[0] for copies in told_apart), group[0].filing, [])
        for each in plan.filings:
            _ask(each, hearings, not_run)
        for each in plan.sets:
            _ask(each, (together,), not_run)
        for each in plan.copies:
            several = (Hearing(copies, copies[0].filing, together.findings) for copies in told_apart if len(copies) > 1)
            _ask(each, several, not_run)
        for hearing in (*hearings, together):
            findings += hearing.findings
    for group in _over_years(evaluations):
        latest = group[-1]
        for each in plan_of(latest.pack, chosen).years:
            _ask(each, (Hearing(group, latest.filing, findings),), not_run)
    for code, alike in _alike(evaluations, chosen):
        report = run_alike(code, alike, chosen)
        findings += report.findings
        not_run += report.not_run
    given = (
        (each.filing.unit or _NO_UNIT, each.filing.year, each.filing.project or _NO_PROJECT) for each in evaluations
    )
    return Report(by_filing(findings, given), tuple(not_run))


def run_alike(code: str, group: Sequence[Evaluation], checks: Sequence[Check]) -> Report:
    """Return what the check `code` finds in filings that its marks have brought together, whatever their units."""
    findings: list[Finding] = []
    not_run: list[NotRun] = []
    for each in plan_of(group[0].pack, tuple(checks)).everywhere:
        if each.code == code:
            _ask(each, (Hearing(group, group[0].filing, findings),), not_run)
    return Report(tuple(findings), tuple(not_run))


def run_on_fault(fault: JipingError, file: str, checks: Sequence[Check] | None = None) -> Report:
    """Return what the checks of files say about `file`, which yielded no filing because of `fault`."""
    chosen = catalogue() if checks is None else tuple(checks)
    spot = replace(fault.place, file=file) if fault.place is not None else Place(file)
    findings = [
        Finding(
            code=each.code,
            severity=each.severity,
            project=file,
            unit="（未读出填报单位）",
            year=None,
            where=objection.where,
            message=objection.message,
            remedy=objection.remedy,
            basis="业务惯例",
            place=spot,
        )
        for each in chosen
        if each.scope is Scope.FILE
        for objection in each.examine(fault)
    ]
    return Report(tuple(findings), ())


def _ask(each: Asked, hearings: Iterable[Hearing], not_run: list[NotRun]) -> None:
    """Ask a check about one subject after the other: it stays at hand while it is asked."""
    for subject, filing, findings in hearings:
        try:
            for objection in each.examine(subject):
                concerned = filing if objection.about is None else objection.about.filing
                findings.append(_finding(each, objection, concerned))
        except CannotRun as reason:
            not_run.append(NotRun(each.code, filing.project or "", str(reason)))


def _finding(each: Asked, objection: Objection, filing: Filing, row: Indicator | None = None) -> Finding:
    where, place = objection.where, objection.place
    if row is not None:
        where, place = where or row.level3, place or row.place
    return Finding(
        code=each.code,
        severity=each.severity,
        project=filing.project or _NO_PROJECT,
        unit=filing.unit or _NO_UNIT,
        year=filing.year,
        where=where,
        message=objection.message,
        remedy=objection.remedy,
        basis=each.basis,
        place=place or filing.place,
        waiver=_waived(each.code, where, filing.waivers) if filing.waivers else None,
    )


def _waived(code: str, where: str, waivers: Iterable[Waiver]) -> Waiver | None:
    return next((each for each in waivers if each.rule == code and each.where in (None, where)), None)


def _by_unit_and_year(evaluations: Iterable[Evaluation]) -> Iterator[tuple[Evaluation, ...]]:
    """Return the filings of a unit in a year under one pack: asked together, they share what is worked out once."""
    groups: defaultdict[tuple[str | None, int | None, RulePack], list[Evaluation]] = defaultdict(list)
    for each in evaluations:
        groups[each.filing.unit, each.filing.year, each.pack].append(each)
    return map(tuple, groups.values())


def _told_apart(group: Sequence[Evaluation]) -> list[tuple[Evaluation, ...]]:
    """Return the filings of one unit and year, each with its copies: filings that state the same project."""
    copies: defaultdict[object, list[Evaluation]] = defaultdict(list)
    for each in group:
        filing = each.filing
        stated = filing.unit and filing.year and filing.project
        copies[filing.project if stated else each].append(each)
    return [tuple(each) for each in copies.values()]


def _over_years(evaluations: Iterable[Evaluation]) -> Iterator[tuple[Evaluation, ...]]:
    """Yield the filings of each unit that has filed for several years, the latest last."""
    units: defaultdict[str, list[Evaluation]] = defaultdict(list)
    for each in evaluations:
        if each.filing.unit is not None and each.filing.year is not None:
            units[each.filing.unit].append(each)
    for filed in units.values():
        group = _first_of_each(filed)
        if len({each.filing.year for each in group}) > 1:
            yield tuple(sorted(group, key=lambda each: each.filing.year or 0))


def _first_of_each(filed: Iterable[Evaluation]) -> list[Evaluation]:
    """Return the filings of one unit without later copies of the same project and year."""
    firsts: dict[object, Evaluation] = {}
    for each in filed:
        firsts.setdefault((each.filing.year, each.filing.project or each), each)
    return list(firsts.values())


def _alike(evaluations: Sequence[Evaluation], checks: tuple[Check, ...]) -> Iterator[tuple[str, Sequence[Evaluation]]]:
    """Yield code and filings for every check of all units; one filing alone has nothing to be compared with."""
    if len(evaluations) < 2:
        return
    marked = [plan_of(each.pack, checks).marks(each) for each in evaluations]
    for code in sorted({code for marks in marked for code in marks}):
        numbered = ((number, marks.get(code, ())) for number, marks in enumerate(marked))
        for group in joined(sharing(numbered)):
            yield code, [evaluations[number] for number in group]


def _load(path: Path) -> Check:
    module = import_module(f"jiping.checks.{path.parent.name}.{path.stem}")
    declared = [item for item in vars(module).values() if hasattr(item, "declared")]
    if len(declared) != 1:
        raise ValueError(f"{path}: a check file holds exactly one check, found {len(declared)}")
    (examine,) = declared
    code, severity, basis, scope, marks = examine.declared
    title, _, page = (examine.__doc__ or "").strip().partition("\n")
    return Check(
        code, severity, basis, scope, title.strip(), _dedent(page), path.parent.name, path.stem, examine, marks
    )


def _dedent(page: str) -> str:
    return "\n".join(line.strip() for line in page.strip().splitlines())
