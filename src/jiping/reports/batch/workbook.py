"""The batch as a workbook: what a director sees first, then the ranking, then every finding."""

from jiping.reports.batch import (
    findings_sheet,
    front_sheet,
    method_sheet,
    not_run_sheet,
    risk_sheet,
    rules_sheet,
    units_sheet,
)
from jiping.reports.batch.ledger import Ledgers
from jiping.review.overview import Overview

_SHEETS = (front_sheet, risk_sheet, findings_sheet, units_sheet, rules_sheet, not_run_sheet, method_sheet)


def render(batch: Overview) -> bytes:
    """Return the workbook's bytes, the same for the same batch."""
    ledgers = Ledgers("绩效自评校核总览")
    for sheet in _SHEETS:
        sheet.add(ledgers, batch)
    return ledgers.bytes()
