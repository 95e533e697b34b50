"""Findings as SARIF 2.1.0, the format code review tools read."""

import json
from collections.abc import Iterable
from pathlib import PurePath

from jiping import __version__
from jiping.checks.catalogue import catalogue
from jiping.checks.check import Check
from jiping.checks.run import Report
from jiping.domain.finding import Finding, NotRun, Severity

_LEVEL = {Severity.BLOCK: "error", Severity.WARN: "warning", Severity.HINT: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report) -> bytes:
    """Return one run with the rules that spoke, their pages, and a result for each finding."""
    spoken = {each.code for each in report.findings}
    rules = [_rule(each) for each in catalogue() if each.code in spoken]
    order = {rule["id"]: number for number, rule in enumerate(rules)}
    sarif = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "jiping", "version": __version__, "language": "zh-CN", "rules": rules}},
                "properties": {"packs": report.packs},
                "results": [_result(each, order[each.code]) for each in report.findings],
                "invocations": [
                    {"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)},
                ],
            }
        ],
    }
    return (json.dumps(sarif, ensure_ascii=False, indent=2) + "\n").encode()


def _rule(each: Check) -> dict[str, object]:
    return {
        "id": each.code,
        "name": each.name,
        "shortDescription": {"text": each.title},
        "help": {"text": each.page or each.title},
        "defaultConfiguration": {"level": _LEVEL[each.severity]},
    }


def _result(each: Finding, rule: int) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": each.code,
        "ruleIndex": rule,
        "level": _LEVEL[each.severity],
        "message": {"text": f"【{each.project}】{each.where}：{each.message}依据：{each.basis}。建议：{each.remedy}"},
        "locations": [_location(each)],
        "partialFingerprints": {"jiping/1": each.fingerprint},
    }
    if each.waiver is not None:
        result["suppressions"] = [
            {"kind": "external", "justification": f"{each.waiver.person}（{each.waiver.on}）：{each.waiver.reason}"}
        ]
    return result


def _location(each: Finding) -> dict[str, object]:
    location: dict[str, object] = {"logicalLocations": [{"fullyQualifiedName": f"{each.project}/{each.where}"}]}
    if each.place is not None:
        physical: dict[str, object] = {"artifactLocation": {"uri": PurePath(each.place.file).as_posix()}}
        if each.place.line is not None:
            physical["region"] = {"startLine": each.place.line}
        location["physicalLocation"] = physical
    return location


def _notifications(report: Report) -> Iterable[dict[str, object]]:
    return [_notification(each) for each in report.not_run]


def _notification(each: NotRun) -> dict[str, object]:
    told: dict[str, object] = {
        "level": "warning",
        "message": {"text": f"{each.code}（{each.who}）未能运行：{each.reason}"},
    }
    if each.file:
        told["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": PurePath(each.file).as_posix()}}}]
    return told
