"""A filing begins from goals, from last year's rows or from a file; a copy edited in Excel comes back."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jiping.domain.errors import JipingError
from jiping.formats.registry import writer_for
from jiping.use_cases.demo import PACK, RECORDS
from jiping.use_cases.read import read
from jiping.use_cases.score import score
from jiping.use_cases.write import document
from jiping.web.filings.convert import filing_of
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.selectors import filing_whole
from jiping.web.filings.services.starting import filing_brought_back, filing_from_last_year
from web.conftest import account, browser_of

AT = datetime(2025, 3, 21, 10, 42, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_last_years_rows_come_without_what_was_achieved(first: FilingRecord) -> None:
    clerk = account("zhangmin")
    begun = filing_of(filing_from_last_year(earlier=first, actor=clerk, at=AT))
    assert (begun.project, begun.year) == (first.project, first.year + 1)
    assert [row.target for row in begun.rows] == [row.target for row in filing_of(first).rows]
    assert {row.actual for row in begun.rows} | {row.score for row in begun.rows} == {None}
    assert {section.text for _, section in begun.narrative.sections()} == {""}


def test_a_second_filing_of_the_same_project_and_year_is_refused(first: FilingRecord) -> None:
    clerk = account("zhangmin")
    filing_from_last_year(earlier=first, actor=clerk, at=AT)
    with pytest.raises(JipingError, match="已有"):
        filing_from_last_year(earlier=first, actor=clerk, at=AT)


def _upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_a_workbook_is_shown_before_it_is_kept_and_kept_as_shown(first: FilingRecord) -> None:
    given = replace(read(RECORDS).filings[0], project="公务用车购置", year=2025)
    data = writer_for("xlsx")(document(score(given, PACK)))
    browser = browser_of("zhangmin")
    shown = browser.post("/eval/new/file/", {"file": _upload("自评.xlsx", data)})
    assert "公务用车购置" in shown.content.decode()
    assert not FilingRecord.objects.filter(project="公务用车购置").exists()
    ((_, text),) = shown.context["told"]
    assert browser.post("/eval/new/confirm/", {"filing": text}).status_code == 302
    kept = FilingRecord.objects.get(project="公务用车购置")
    assert [row.actual for row in filing_of(kept).rows] == [row.actual for row in given.rows]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xfe\x00" * 50], ids=["empty", "zip", "pdf", "text"]
)
def test_a_broken_upload_is_told_and_keeps_nothing(first: FilingRecord, data: bytes) -> None:
    before = FilingRecord.objects.count()
    answer = browser_of("zhangmin").post("/eval/new/file/", {"file": _upload("坏.docx", data)})
    assert answer.status_code == 422
    assert FilingRecord.objects.count() == before


def test_an_edited_copy_brings_back_the_actual_values_and_nothing_else(first: FilingRecord) -> None:
    clerk = account("zhangmin")
    before = filing_of(first)
    edited = replace(before, rows=(replace(before.rows[0], actual="很充分", weight=None), *before.rows[1:]))
    assert filing_brought_back(record=filing_whole(clerk, first.pk), filing=edited, actor=clerk, at=AT) == 1
    after = filing_of(FilingRecord.objects.get(pk=first.pk))
    assert after.rows[0] == replace(before.rows[0], actual="很充分")
    assert after.rows[1:] == before.rows[1:]


def test_a_copy_with_a_row_the_draft_does_not_have_is_refused_whole(first: FilingRecord) -> None:
    clerk = account("zhangmin")
    before = filing_of(first)
    strange = replace(before, rows=(replace(before.rows[0], actual="改"), replace(before.rows[1], level3="没有的指标")))
    with pytest.raises(JipingError, match="没有的指标"):
        filing_brought_back(record=filing_whole(clerk, first.pk), filing=strange, actor=clerk, at=AT)
    assert filing_of(FilingRecord.objects.get(pk=first.pk)) == before
