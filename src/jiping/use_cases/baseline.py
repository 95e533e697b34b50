"""Compare the findings of this round with those of an earlier one: only what is new needs a reviewer's eye."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from jiping.checks.run import Report
from jiping.domain.errors import UnreadableFile
from jiping.domain.finding import Finding, fingerprint
from jiping.domain.place import Place
from jiping.reports.json import SCHEMA


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is new, and what became of the earlier findings: how many still stand, were answered for since, are mended,
    or belong to filings that were not handed in this time.
    """

    new: Report
    known: int
    waived: int
    mended: int
    not_sent: int


def compare(report: Report, earlier: bytes, name: str) -> Comparison:
    """Return `report` without what stands in `earlier`, the findings of another round as JSON.

    A finding is known again by its fingerprint; of several alike, as many count as known as there were before. What
    could not run stays. Raises UnreadableFile when `earlier`, called `name`, is no such JSON.
    """
    before = _findings(earlier, name)
    left = Counter(_mark(each) for each in before)
    answered = {_mark(each) for each in before if each.get("waived")}
    filings = {_mark(each): (each["unit"], each["year"], each["project"]) for each in before}
    new = tuple(each for each in report.findings if not _was_there(each, left))
    known = len(report.findings) - len(new)
    fresh = {id(each) for each in new}
    waived = sum(
        each.waiver is not None and id(each) not in fresh and each.fingerprint not in answered
        for each in report.findings
    )
    given = set(report.given)
    not_sent = sum(count for mark, count in left.items() if count and filings[mark] not in given)
    left_over = Report(new, report.not_run, report.packs, report.given)
    return Comparison(left_over, known - waived, waived, left.total() - not_sent, not_sent)


def _was_there(finding: Finding, left: Counter[str]) -> bool:
    """Cross the finding off; True when there was one to cross off."""
    mark = finding.fingerprint
    found = left[mark] > 0
    left[mark] -= found
    return found


def _mark(stated: dict[str, Any]) -> str:
    return fingerprint(stated["code"], stated["unit"], stated["year"], stated["project"], stated["where"])


def _findings(content: bytes, name: str) -> list[dict[str, Any]]:
    try:
        data = json.loads(content)
        stated: list[dict[str, Any]] = {SCHEMA: data["findings"]}[data["schema"]]
        for each in stated:
            _mark(each)
    except (ValueError, KeyError, TypeError) as fault:
        raise UnreadableFile(
            "不是上一轮的校核意见。",
            why="只能与 jiping check --format json 写出的文件比较。",
            remedy="请用 --format json --output 意见.json 保存每一轮的意见。",
            place=Place(name),
        ) from fault
    return stated
