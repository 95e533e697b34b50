"""Findings as JSON, for other programs."""

import json

from jiping.checks.run import Report
from jiping.domain.finding import Finding, NotRun

SCHEMA = "jiping/findings/1"


def render(report: Report) -> bytes:
    """Return `{schema, findings, not_run}` as UTF-8; keys in fixed order."""
    data = {
        "schema": SCHEMA,
        "findings": [_finding(each) for each in report.findings],
        "not_run": [_not_run(each) for each in report.not_run],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _not_run(each: NotRun) -> dict[str, str]:
    return {"code": each.code, "unit": each.unit, "project": each.project, "file": each.file, "reason": each.reason}


def _finding(each: Finding) -> dict[str, object]:
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
