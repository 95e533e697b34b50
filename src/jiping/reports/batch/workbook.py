"""The batch as a workbook: what a director sees first, then the ranking, then every finding."""

from jiping.reports.batch import (
    arithmetic_sheet,
    findings_sheet,
    front_sheet,
    method_sheet,
    not_run_sheet,
    risk_sheet,
    rules_sheet,
    units_sheet,
)
from jiping.reports.batch.drawn import Drawn
from jiping.reports.batch.ledger import Ledgers
from jiping.review.overview import Overview


def render(batch: Overview, drawn: Drawn) -> bytes:
    """Return the workbook's bytes, the same for the same batch."""
    ledgers = Ledgers("绩效自评校核总览")
    front_sheet.add(ledgers, batch)
    risk_sheet.add(ledgers, batch)
    findings_sheet.add(ledgers, batch.findings(), drawn, batch.packs)
    units_sheet.add(ledgers, batch)
    rules_sheet.add(ledgers, batch)
    not_run_sheet.add(ledgers, batch.not_run)
    arithmetic_sheet.add(ledgers, batch)
    method_sheet.add(ledgers, batch)
    return ledgers.bytes()
