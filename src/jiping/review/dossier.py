"""Bring every finding to its filing: what still stands, what a named person has answered for."""

from collections.abc import Iterable
from dataclasses import dataclass

from jiping.domain.finding import Finding, Severity
from jiping.review.subject import Key, Subject, key_of


@dataclass(frozen=True, slots=True)
class Dossier:
    """One filing with its findings, gravest first. `copies` counts filings no finding can tell apart."""

    subject: Subject
    standing: tuple[Finding, ...]
    waived: tuple[Finding, ...] = ()
    copies: int = 1

    def count(self, severity: Severity) -> int:
        """Return how many standing findings have this severity."""
        return sum(each.severity is severity for each in self.standing)


def dossiers(subjects: Iterable[Subject], findings: Iterable[Finding]) -> tuple[Dossier, ...]:
    """Return a dossier for every subject in order, then one for every file that findings name but no subject is of.

    The latter is a file no filing was read from: it counts as unchecked, so that it cannot pass for a clean one.
    """
    known: dict[Key, Subject] = {}
    copies: dict[Key, int] = {}
    for subject in subjects:
        known.setdefault(subject.key, subject)
        copies[subject.key] = copies.get(subject.key, 0) + 1
    told: dict[Key, list[Finding]] = {key: [] for key in known}
    for finding in findings:
        key = key_of(finding)
        if key not in known:
            known[key] = _unread(finding)
            told[key] = []
        told[key].append(finding)
    return tuple(_dossier(known[key], told[key], copies.get(key, 1)) for key in known)


def _dossier(subject: Subject, findings: list[Finding], copies: int) -> Dossier:
    findings.sort(key=lambda each: (each.severity.rank, each.code))
    return Dossier(
        subject,
        standing=tuple(each for each in findings if each.waiver is None),
        waived=tuple(each for each in findings if each.waiver is not None),
        copies=copies,
    )


def _unread(finding: Finding) -> Subject:
    file = finding.place.file if finding.place else ""
    return Subject(finding.unit, finding.project, finding.year, file, unchecked=finding.message)
