"""Small batches for tests: filings, findings and what they add up to, from a few words."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from jiping.checks.run import Report
from jiping.domain.filing import Waiver
from jiping.domain.finding import Finding, NotRun, Severity
from jiping.domain.money import Money
from jiping.domain.place import Place
from jiping.review.overview import Overview, overview
from jiping.review.subject import Subject
from jiping.rulepack.load import load_pack

NATIONAL = load_pack("national", date(2024, 12, 31))
ANSWER = Waiver("TG01", "因疫情停办，已报批", "审核人", date(2025, 3, 1))


def subject(project: str = "甲项目", unit: str = "示例单位", wan: str | None = "50", **others: object) -> Subject:
    """Return the head of a filing that spent `wan` 万元."""
    spent = None if wan is None else Money.from_wan(Decimal(wan))
    facts: dict[str, object] = {"year": 2024, "file": f"{unit}-{project}.docx", "expenditure": spent, **others}
    return Subject(unit, project, **facts)  # type: ignore[arg-type]


def finding(
    of: Subject,
    code: str = "AR01",
    severity: Severity = Severity.BLOCK,
    waiver: Waiver | None = None,
    where: str = "总计",
) -> Finding:
    """Return a finding of one filing."""
    return Finding(
        code,
        severity,
        of.project,
        of.unit,
        of.year,
        where,
        "合计不符。",
        "请核对。",
        "业务惯例",
        Place(of.file),
        waiver,
    )


def batch(subjects: Sequence[Subject], findings: Iterable[Finding] = (), not_run: Iterable[NotRun] = ()) -> Overview:
    """Return the overview of a batch under the national pack."""
    return overview(Report(tuple(findings), tuple(not_run)), subjects, NATIONAL)
