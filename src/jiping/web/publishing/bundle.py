"""Gather the sealed bundle of a filing from its records."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from jiping.domain.chain import content_digest, instant
from jiping.domain.masking import masked
from jiping.use_cases.bundle.contents import Bundle, Stretch, Version
from jiping.web.audit.models import EventRecord
from jiping.web.audit.selectors import told
from jiping.web.filings.models import EvidenceRecord, FilingRecord, FilingVersion


def bundle_of(record: FilingRecord, at: datetime) -> Bundle:
    """Return everything an auditor gets of one filing."""
    own = list(EventRecord.objects.filter(subject__startswith=str(record)).order_by("number"))
    return Bundle(
        filing=str(record.pk),
        project=record.project,
        unit=record.unit.name,
        year=record.year,
        made_at=instant(at),
        versions=tuple(_version(each) for each in record.versions.select_related("sealed_by")),
        evidence=tuple(_evidence(record)),
        events=tuple(told(each) for each in own),
        stretch=_stretch(own),
    )


def _version(version: FilingVersion) -> Version:
    return Version(
        number=version.number,
        digest=version.digest,
        content=version.content,
        findings=tuple(version.findings),
        total=version.total,
        grade=version.grade,
        pack=version.pack,
        code_version=version.code_version,
        sealed_at=instant(version.sealed_at),
        sealed_by=version.sealed_by.name,
    )


def _evidence(record: FilingRecord) -> Iterator[dict[str, Any]]:
    proofs = EvidenceRecord.objects.filter(indicator__filing=record).select_related("indicator")
    for each in proofs.order_by("indicator__position", "pk"):
        names = ("title", "number", "dated", "note", "receipt", "digest")
        yield {"indicator": each.indicator.level3} | {name: masked(getattr(each, name)) for name in names}


def _stretch(own: list[EventRecord]) -> Stretch:
    """Return the trail from the first to the last of the filing's own events, as digests."""
    first, last = own[0], own[-1]
    between = EventRecord.objects.filter(number__gte=first.number, number__lte=last.number).order_by("number")
    contents = tuple(content_digest(told(each)) for each in between.iterator())
    return Stretch(first.previous, first.number, contents, last.digest)
