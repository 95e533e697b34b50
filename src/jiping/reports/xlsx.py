"""Findings as a workbook: one sheet of findings with filters, one of what could not run."""

from jiping.checks.run import Report
from jiping.reports.batch import findings_sheet, not_run_sheet
from jiping.reports.batch.ledger import Ledgers


def render(report: Report) -> bytes:
    """Return the workbook's bytes; texts are written as text, so nothing in a filing can act as a formula."""
    ledgers = Ledgers("绩效自评校核意见")
    findings_sheet.add(ledgers, report.findings, {}, report.packs)
    not_run_sheet.add(ledgers, report.not_run)
    return ledgers.bytes()
