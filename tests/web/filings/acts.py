"""What tests have people do with a filing."""

from jiping.web.filings.models import FilingRecord
from jiping.web.filings.services.cells import Cell, cell_save
from web.conftest import NOW, account


def typed(filing: FilingRecord, text: str) -> None:
    """Let the clerk type `text` into the first row."""
    row = filing.indicators.all()[0]
    row.refresh_from_db()
    cell = Cell(row.pk, row.version, "actual", text)
    cell_save(record=FilingRecord.objects.get(pk=filing.pk), cell=cell, actor=account("zhangmin"), at=NOW)
