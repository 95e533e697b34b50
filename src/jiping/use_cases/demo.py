"""The main job, end to end, on the six filings of the first user's year 2024."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from jiping.checks.run import Report
from jiping.domain.filing import Filing
from jiping.domain.finding import Severity
from jiping.exchange.json import dumps_evaluated
from jiping.formats.registry import writable
from jiping.reports.render import renderer
from jiping.rulepack.shelf import BUILT_IN
from jiping.use_cases.check import check
from jiping.use_cases.output import put
from jiping.use_cases.read import read
from jiping.use_cases.score import score
from jiping.use_cases.write import write_all

PACK = "rugao-2024"
BESIDE = "national"
RECORDS = BUILT_IN / PACK / "examples" / "2024.txt"


@dataclass(frozen=True, slots=True)
class DemoLine:
    """One project of the demo: what was computed, beside the national rules, and how many findings of each severity."""

    filing: Filing
    score: Decimal | None
    grade: str | None
    beside: Decimal | None
    findings: Counter[Severity]


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo produced; every path was written whole."""

    lines: tuple[DemoLine, ...]
    documents: tuple[Path, ...]
    reports: tuple[Path, ...]
    report: Report


def demo(out: Path, tell: Callable[[str], None]) -> Demo:
    """Read, score, check and write the six filings into `out`; `tell` hears each step as it begins."""
    tell("读取 6 份自评材料")
    filings = read(RECORDS).filings
    tell("计分：本地规则与全国口径并列")
    evaluations = [score(filing, PACK) for filing in filings]
    beside = [score(filing, BESIDE) for filing in filings]
    tell("校核")
    report = check(filings, PACK)
    documents = write_all(evaluations, writable(), out, tell=lambda project: tell(f"出文：{project}"))
    tell("写出校核意见")
    reports = [put(out / f"校核意见.{name}", renderer(name)(report)) for name in ("html", "xlsx")]
    reports.append(put(out / "自评表.json", dumps_evaluated(evaluations).encode()))
    counts = {filing.project: Counter[Severity]() for filing in filings}
    for finding in report.findings:
        counts[finding.project][finding.severity] += 1
    lines = tuple(
        DemoLine(evaluation.filing, evaluation.total, evaluation.grade, other.total, counts[evaluation.filing.project])
        for evaluation, other in zip(evaluations, beside, strict=True)
    )
    return Demo(lines, documents, tuple(reports), report)
