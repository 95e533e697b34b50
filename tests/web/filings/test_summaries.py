"""The copies that lists sort by follow from the filing, and can be worked out anew."""

from typing import Any

from django.core.management import call_command

from jiping.web.filings.models import FilingRecord


def summaries() -> list[dict[str, Any]]:
    columns = [field.name for field in FilingRecord._meta.get_fields() if field.name.startswith("summary_")]
    return list(FilingRecord.objects.order_by("pk").values("pk", *columns))


def test_one_command_restores_what_was_overwritten(site: None) -> None:
    before = summaries()
    FilingRecord.objects.update(summary_must=7, summary_points=1, summary_differs=True, summary_amount=None)
    assert summaries() != before
    call_command("rebuild_summaries")
    assert summaries() == before
