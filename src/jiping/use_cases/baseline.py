"""Compare the findings of this round with those of an earlier one: only what is new needs a reviewer's eye."""

import json
from collections import Counter
from dataclasses import dataclass

from jiping.checks.run import Report
from jiping.domain.errors import UnreadableFile
from jiping.domain.finding import Finding, fingerprint
from jiping.domain.place import Place
from jiping.reports.json import SCHEMA


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is new, how many findings were known already, and how many of the earlier ones are gone."""

    new: Report
    known: int
    vanished: int


def compare(report: Report, earlier: bytes, name: str) -> Comparison:
    """Return `report` without what stands in `earlier`, the findings of another round as JSON.

    A finding is known again by its fingerprint; of several alike, as many count as known as there were before. What
    could not run stays. Raises UnreadableFile when `earlier`, called `name`, is no such JSON.
    """
    before = _fingerprints(earlier, name)
    left = before.copy()
    new = tuple(each for each in report.findings if not _was_there(each, left))
    known = len(report.findings) - len(new)
    return Comparison(Report(new, report.not_run, report.packs), known, before.total() - known)


def _was_there(finding: Finding, left: Counter[str]) -> bool:
    """Cross the finding off; True when there was one to cross off."""
    mark = finding.fingerprint
    found = left[mark] > 0
    left[mark] -= found
    return found


def _fingerprints(content: bytes, name: str) -> Counter[str]:
    try:
        data = json.loads(content)
        stated = {SCHEMA: data["findings"]}[data["schema"]]
        return Counter(
            fingerprint(each["code"], each["unit"], each["year"], each["project"], each["where"]) for each in stated
        )
    except (ValueError, KeyError, TypeError) as fault:
        raise UnreadableFile(
            "不是上一轮的校核意见。",
            why="只能与 jiping check --format json 写出的文件比较。",
            remedy="请用 --format json --output 意见.json 保存每一轮的意见。",
            place=Place(name),
        ) from fault
