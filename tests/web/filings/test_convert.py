"""The value and its rows are the same thing said twice."""

from dataclasses import fields
from datetime import UTC, datetime

import pytest

from jiping.domain.filing import Filing
from jiping.use_cases.demo import RECORDS
from jiping.use_cases.read import read
from jiping.web.accounts.services import unit_create
from jiping.web.filings.convert import HEAD, filing_of, rows_of, save_rows
from jiping.web.filings.models import FilingRecord

AT = datetime(2025, 3, 21, tzinfo=UTC)
BELOW = {"rows", "narrative", "waivers", "unit"}
NOT_KEPT = {"place", "total_weight_place", "total_score_place"}


def test_every_field_of_a_filing_has_its_column_or_its_rows() -> None:
    assert {field.name for field in fields(Filing)} == (set(HEAD) - {"money_unit"}) | BELOW | NOT_KEPT


def kept(filing: Filing) -> Filing:
    rows = rows_of(filing)
    record = FilingRecord.objects.create(
        unit=unit_create(name=f"单位{FilingRecord.objects.count()}"), saved_at=AT, **rows.head
    )
    save_rows(record, rows)
    return filing_of(FilingRecord.objects.get(pk=record.pk))


@pytest.mark.django_db
def test_the_seed_comes_back_from_its_rows_unchanged() -> None:
    for filing in read(RECORDS).filings:
        assert kept(filing) == filing
