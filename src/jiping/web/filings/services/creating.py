"""A filing enters the product."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.convert import rows_of, save_rows
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.selectors import filing_judged
from jiping.web.filings.services.saving import summary_rebuild


@transaction.atomic
def filing_create(*, filing: Filing, unit: UnitRecord, actor: AccountRecord | None, at: datetime) -> FilingRecord:
    """Take `filing` in as a new draft of `unit`. Raises JipingError when the project already has one that year."""
    if filing.project is None or filing.year is None:
        raise JipingError("材料没有写明项目名称或年度。", remedy="请补上项目名称和年度后再导入。", place=filing.place)
    if FilingRecord.objects.filter(unit=unit, year=filing.year, project=filing.project).exists():
        raise JipingError(
            f"{unit.name}已有“{filing.project}”{filing.year} 年度的自评。", remedy="请打开已有的一份继续填写。"
        )
    rows = rows_of(filing)
    record = FilingRecord.objects.create(unit=unit, saved_at=at, saved_by=actor, **rows.head)
    save_rows(record, rows)
    summary_rebuild(record, filing_judged(record))
    event_append(act="新建自评", subject=str(record), actor=actor, at=at, after={"rows": len(rows.indicators)})
    return record
