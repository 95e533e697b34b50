"""What examining one piece of a batch yields, and the line of text that carries it between processes and on disk."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import Any

from jiping.checks.run import Report
from jiping.domain.filing import Filing, Waiver
from jiping.domain.finding import Finding, NotRun, Severity
from jiping.domain.masking import masked
from jiping.domain.place import Place
from jiping.exchange.plain import to_plain

_NESTED = ("place", "waiver")  # the last fields of a finding; the others are texts and numbers

Marked = Sequence[Mapping[str, Sequence[int]]]  # by filing and code: what brings it together with others


@dataclass(frozen=True, slots=True)
class Result:
    """What was said about one piece of a batch: a file, or a unit's filings side by side."""

    number: int
    name: str
    remarks: tuple[str, ...]
    report: Report


def encode(
    number: int,
    name: str,
    report: Report,
    filings: tuple[Filing, ...] = (),
    remarks: tuple[str, ...] = (),
    *,
    marks: Marked = (),
) -> bytes:
    """Return the result as one line of JSON in UTF-8, its newline included; `marks` stand in the order of `filings`.

    A journal may be left lying about: identity numbers are masked in it.
    """
    name, report, filings, remarks = masked((name, report, filings, remarks))
    data = {
        "number": number,
        "name": name,
        "findings": [_written(each) for each in report.findings],
        "not_run": [[getattr(each, name) for name in NotRun.__slots__] for each in report.not_run],
        "packs": report.packs,
        "given": report.given,
        "remarks": remarks,
        "filings": [to_plain(each) for each in filings],
        "marks": marks,
    }
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def decode(line: bytes) -> Result:
    """Return what a line says, without its filings."""
    data = json.loads(line)
    findings = tuple(_read(each) for each in data["findings"])
    not_run = tuple(NotRun(*each) for each in data["not_run"])
    given = tuple((unit, year, project) for unit, year, project in data["given"])
    return Result(
        data["number"], data["name"], tuple(data["remarks"]), Report(findings, not_run, tuple(data["packs"]), given)
    )


def stated_filings(line: bytes) -> list[dict[str, Any]]:
    """Return the filings a line carries, under the keys of an exchange file."""
    filings: list[dict[str, Any]] = json.loads(line)["filings"]
    return filings


def stated_marks(line: bytes) -> Marked:
    """Return the marks of the filings a line carries."""
    marks: Marked = json.loads(line)["marks"]
    return marks


def _written(finding: Finding) -> list[object]:
    place, waiver = finding.place, finding.waiver
    return [
        *finding[: -len(_NESTED)],
        None
        if place is None
        else {each: spot for each in Place.__slots__ if (spot := getattr(place, each)) is not None},
        None
        if waiver is None
        else {**{each: getattr(waiver, each) for each in Waiver.__slots__}, "on": str(waiver.on)},
    ]


def _read(data: list[Any]) -> Finding:
    code, severity, project, unit, year, where, message, remedy, basis, place, waiver = data
    return Finding(
        code=intern(code),
        severity=Severity(severity),
        project=intern(project),
        unit=intern(unit),
        year=year,
        where=intern(where),
        message=message,
        remedy=intern(remedy),
        basis=intern(basis),
        place=None if place is None else Place(**{**place, "file": intern(place["file"])}),
        waiver=None if waiver is None else Waiver(**{**waiver, "on": date.fromisoformat(waiver["on"])}),
    )
