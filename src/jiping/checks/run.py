"""Run the checks over evaluated filings and stamp what they say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from jiping.checks.catalogue import catalogue
from jiping.checks.check import CannotRun, Check, Objection, Scope
from jiping.checks.gathering import joined, sharing
from jiping.checks.groups import by_unit_and_year, over_years, parts, rounds, told_apart
from jiping.checks.order import by_filing
from jiping.checks.plan import Asked, Marked, Plan, plan_of
from jiping.checks.reliance import Refusal, caution, refusal, refusals, rests_on_doubt
from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing, Indicator, Waiver
from jiping.domain.finding import Finding, NotRun
from jiping.domain.place import Place
from jiping.rulepack.provenance import PRACTICE_IN_WORDS
from jiping.scoring.score import Evaluation

Named = tuple[str, int | None, str]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the checks said: findings filing by filing, gravest first; what could not run; the packs judged by.

    `given` names the filings looked at by unit, year and project: one without findings is named nowhere else.
    """

    findings: tuple[Finding, ...]
    not_run: tuple[NotRun, ...]
    packs: tuple[str, ...] = ()
    given: tuple[Named, ...] = ()


class Hearing(NamedTuple):
    """What a check is asked about, the filing concerned where it names none, and what was found."""

    subject: Evaluation | Sequence[Evaluation]
    filing: Filing
    findings: list[Finding]


def run(evaluations: Sequence[Evaluation], checks: Sequence[Check] | None = None) -> Report:
    """Return what `checks` (all when None) find in the filings, each under its own pack."""
    chosen = catalogue() if checks is None else tuple(checks)
    findings: list[Finding] = []
    not_run: list[NotRun] = []
    marks: dict[Evaluation, Marked] = {}
    for groups in rounds(by_unit_and_year(evaluations)):
        plan = plan_of(groups[0][0].pack, chosen)
        singly = [_hearing_of_rows(plan, each, not_run) for group in groups for each in group]
        apart = [told_apart(group) for group in groups]
        together = [Hearing(tuple(copies[0] for copies in each), each[0][0].filing, []) for each in apart]
        several = [Hearing(copies, copies[0].filing, []) for each in apart for copies in each if len(copies) > 1]
        for some in parts(singly):
            for each in plan.filings:
                _ask(each, some, not_run)
        for each in plan.sets:
            _ask(each, together, not_run)
        for each in plan.copies:
            _ask(each, several, not_run)
        for hearing in (*singly, *together, *several):
            findings += hearing.findings
        if len(evaluations) > 1:  # one filing alone has nothing to be compared with
            marks |= {copies[0]: plan.marks(copies[0]) for each in apart for copies in each}
    for group in over_years(evaluations):
        latest = group[-1]
        for each in plan_of(latest.pack, chosen).years:
            _ask(each, (Hearing(group, latest.filing, findings),), not_run)
    for code, alike in _alike(evaluations, marks):
        report = run_alike(code, alike, chosen)
        findings += report.findings
        not_run += report.not_run
    given = tuple((each.filing.unit_label, each.filing.year, each.filing.label) for each in evaluations)
    packs = sorted({each.pack.label for each in evaluations})
    return Report(by_filing(findings, given), tuple(not_run), tuple(packs), given)


def run_alike(code: str, group: Sequence[Evaluation], checks: Sequence[Check]) -> Report:
    """Return what the check `code` finds in filings that its marks have brought together, whatever their units."""
    findings: list[Finding] = []
    not_run: list[NotRun] = []
    for each in plan_of(group[0].pack, tuple(checks)).everywhere:
        if each.code == code:
            sound = _without_doubtful(each, group, not_run)
            _ask(each, [Hearing(sound, sound[0].filing, findings)] if len(sound) > 1 else (), not_run)
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
            basis=PRACTICE_IN_WORDS,
            place=spot,
        )
        for each in chosen
        if each.scope is Scope.FILE
        for objection in each.examine(fault)
    ]
    return Report(tuple(findings), ())


def _without_doubtful(check: Asked, group: Sequence[Evaluation], not_run: list[NotRun]) -> Sequence[Evaluation]:
    """Return the filings of many units that a check can rest on; one scan must not silence it about all others."""
    refused = [(each, refusal(check, each)) for each in group]
    not_run += [_refused(why) for _, why in refused if why is not None]
    return [each for each, why in refused if why is None]


def _hearing_of_rows(plan: Plan, evaluation: Evaluation, not_run: list[NotRun]) -> Hearing:
    """Open the hearing of a filing with what the checks of rows say."""
    filing = evaluation.filing
    said = plan.objections(evaluation.rows)
    if filing.doubts:
        not_run += map(_refused, refusals(plan.rows, filing))
        said = (each for each in said if not rests_on_doubt(each[0], filing, each[2]))
    return Hearing(evaluation, filing, [_finding(each, objection, filing, row) for each, objection, row in said])


def _ask(each: Asked, hearings: Iterable[Hearing], not_run: list[NotRun]) -> None:
    """Ask a check about one subject after the other, which is quicker than to fetch each check anew for each."""
    for subject, filing, findings in _granted(each, hearings, not_run) if each.rests_on else hearings:
        try:
            for objection in each.examine(subject):
                concerned = filing if objection.about is None else objection.about.filing
                findings.append(_finding(each, objection, concerned))
        except CannotRun as reason:
            not_run.append(NotRun.about(filing, each.code, str(reason)))


def _granted(each: Asked, hearings: Iterable[Hearing], not_run: list[NotRun]) -> Iterator[Hearing]:
    """Yield the hearings in which no figure the check rests on is doubtful."""
    for hearing in hearings:
        refused = refusal(each, hearing.subject)
        if refused is None:
            yield hearing
        else:
            not_run.append(_refused(refused))


def _refused(refusal: Refusal) -> NotRun:
    return NotRun.about(refusal.filing, refusal.check.code, refusal.reason)


def _finding(each: Asked, objection: Objection, filing: Filing, row: Indicator | None = None) -> Finding:
    where, place = objection.where, objection.place
    if row is not None:
        where, place = where or row.level3, place or row.place
    return Finding(
        code=each.code,
        severity=each.severity,
        project=filing.label,
        unit=filing.unit_label,
        year=filing.year,
        where=where,
        message=objection.message + (caution(filing, where, objection.message) if filing.doubts else ""),
        remedy=objection.remedy,
        basis=each.basis,
        place=place or filing.place,
        waiver=_waived(each.code, where, filing.waivers) if filing.waivers else None,
    )


def _waived(code: str, where: str, waivers: Iterable[Waiver]) -> Waiver | None:
    return next((each for each in waivers if each.rule == code and each.where in (None, where)), None)


def _alike(
    evaluations: Sequence[Evaluation], marks: Mapping[Evaluation, Marked]
) -> Iterator[tuple[str, Sequence[Evaluation]]]:
    """Yield code and filings for every check of all units; what is not marked, as a copy is not, is not compared."""
    for code in sorted({code for marked in marks.values() for code in marked}):
        numbered = ((number, marks[each].get(code, ())) for number, each in enumerate(evaluations) if each in marks)
        for group in joined(sharing(numbered)):
            yield code, [evaluations[number] for number in group]
