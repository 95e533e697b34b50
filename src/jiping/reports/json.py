"""Findings as JSON, for other programs."""

import json
from collections.abc import Iterable, Mapping

from jiping.checks.run import Report
from jiping.domain.finding import Finding, NotRun

SCHEMA = "jiping/findings/1"


def render(report: Report) -> bytes:
    """Return `{schema, packs, findings, not_run}` as UTF-8; keys in fixed order."""
    findings = _list(plain_finding(each) for each in report.findings)
    not_run = _list(_not_run(each) for each in report.not_run)
    packs = json.dumps(report.packs, ensure_ascii=False)
    return f'{{\n  "schema": "{SCHEMA}",\n  "packs": {packs},\n  "findings": {findings},\n  "not_run": {not_run}\n}}\n'.encode()


def _list(items: Iterable[Mapping[str, object]]) -> str:
    """Return the items as an indented list, written one by one: together they would take many times the memory."""
    written = (json.dumps(each, ensure_ascii=False, indent=2).replace("\n", "\n    ") for each in items)
    inside = ",\n    ".join(written)
    return f"[\n    {inside}\n  ]" if inside else "[]"


def _not_run(each: NotRun) -> dict[str, str]:
    return {"code": each.code, "unit": each.unit, "project": each.project, "file": each.file, "reason": each.reason}


def plain_finding(each: Finding) -> dict[str, object]:
    return {
        "code": each.code,
        "severity": each.severity.value,
        "unit": each.unit,
        "year": each.year,
        "project": each.project,
        "where": each.where,
        "message": each.message,
        "basis": each.basis,
        "remedy": each.remedy,
        "place": str(each.place) if each.place else None,
        "waived": None
        if each.waiver is None
        else {"reason": each.waiver.reason, "person": each.waiver.person, "on": each.waiver.on.isoformat()},
    }
