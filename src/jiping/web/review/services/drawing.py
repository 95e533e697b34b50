"""Draw the filings a bureau reviews (复核抽样), and keep the record of the draw."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from jiping.checks.run import Report
from jiping.domain.errors import JipingError
from jiping.domain.finding import Finding, Severity
from jiping.domain.money import Money
from jiping.domain.place import Place
from jiping.domain.roles import Role
from jiping.domain.workflow import State
from jiping.reports.batch import drawing
from jiping.review.subject import Subject
from jiping.rulepack.load import pack_for
from jiping.use_cases.overview import overview
from jiping.use_cases.sample import sample
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.models import FilingRecord, FilingVersion
from jiping.web.filings.policy import visible_to
from jiping.web.review.models import DrawnRecord, DrawRecord

DRAWN_FROM = (State.BUREAU, State.PASSED, State.PUBLISHED)
"""What has come to the bureau: what the department still holds may yet change."""


@transaction.atomic
def draw_make(*, year: int, seed: str, total: int | None, actor: AccountRecord, at: datetime) -> DrawRecord:
    """Draw from all filings of `year` that have come to the bureau: by the pack's rates, or `total` of them. The seed makes it repeatable."""
    if actor.duty is not Role.BUREAU:
        raise JipingError("复核抽样由财政部门进行。", remedy="请联系财政部门。")
    if not seed.strip():
        raise JipingError("没有写种子。", remedy="请当众定一个号码，如抽样日开奖号码，谁都能据此重抽一遍。")
    known = {str(each.pk): each for each in _come_in(actor, year)}
    if not known:
        raise JipingError(f"{year} 年度还没有报到财政的自评。", remedy="请等主管部门审核后再抽。")
    subjects = {file: _subject(file, record) for file, record in known.items()}
    findings = (found for file, record in known.items() for found in _findings(subjects[file], record))
    pack = pack_for(actor.unit.name)
    batch = overview(Report(tuple(findings), ()), tuple(subjects.values()), pack, date(year, 12, 31))
    drawn = sample(batch, seed.strip(), total)
    draw = DrawRecord.objects.create(
        year=year,
        seed=drawn.seed,
        total=total,
        population=drawn.population,
        drawn=len(drawn.drawn),
        digest=drawn.frame_hash,
        content=drawing.record(drawn, batch.weights.pack).decode(),
        by=actor,
        at=at,
    )
    DrawnRecord.objects.bulk_create(
        DrawnRecord(
            draw=draw,
            filing=known[each.filing.dossier.subject.file],
            stratum=each.stratum,
            ticket=each.ticket,
            for_unit=each.for_unit,
        )
        for each in drawn.drawn
    )
    event_append(
        act="复核抽样",
        subject=f"{year} 年度",
        actor=actor,
        at=at,
        after={"seed": draw.seed, "frame": draw.digest, "drawn": draw.drawn, "population": draw.population},
    )
    return draw


def _come_in(actor: AccountRecord, year: int) -> Iterator[FilingRecord]:
    """Yield the filings with what was found in the version last handed in: a draw looks at what was sealed."""
    latest = FilingVersion.objects.filter(filing=OuterRef("pk")).order_by("-number")
    chosen = visible_to(actor).filter(year=year, state__in=DRAWN_FROM)
    sealed = chosen.annotate(found=Subquery(latest.values("findings")[:1]), rules=Subquery(latest.values("pack")[:1]))
    return sealed.order_by("pk").iterator()


def _subject(file: str, record: FilingRecord) -> Subject:
    spent = record.summary_amount
    return Subject(
        unit=record.unit.name,
        project=record.project,
        year=record.year,
        file=file,
        expenditure=None if spent is None else Money.from_wan(spent),
        score=record.summary_stated,
        grade=record.stated_grade,
        unchecked=None if record.found is not None else "没有封存的版本",  # type: ignore[attr-defined]
        pack=record.rules or "",  # type: ignore[attr-defined]
    )


def _findings(subject: Subject, record: FilingRecord) -> Iterable[Finding]:
    found: list[dict[str, Any]] = record.found or []  # type: ignore[attr-defined]
    for each in found:
        if each["waived"] is None:
            said = {name: each[name] for name in ("code", "where", "message", "remedy", "basis")}
            yield Finding(
                **said,
                severity=Severity(each["severity"]),
                project=subject.project,
                unit=subject.unit,
                year=subject.year,
                place=Place(subject.file),
            )
