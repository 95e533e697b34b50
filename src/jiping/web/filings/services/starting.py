"""The ways a filing begins: from the year's goals, from last year's rows, from a file; and a file brought back."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing, Indicator, Narrative
from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.convert import filing_of
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.services.cells import Cell, cell_save
from jiping.web.filings.services.creating import filing_create
from jiping.web.projects.selectors import filing_of_project


def filing_from_goals(*, project: int, actor: AccountRecord, at: datetime) -> FilingRecord:
    """Begin with the indicators and targets the project was set up with."""
    _require_clerk(actor)
    return filing_create(filing=filing_of_project(actor, project), unit=actor.unit, actor=actor, at=at)


def filing_from_last_year(*, earlier: FilingRecord, actor: AccountRecord, at: datetime) -> FilingRecord:
    """Begin with last year's rows and headings. What was achieved and what was written is this year's own to say."""
    _require_clerk(actor)
    return filing_create(filing=emptied(filing_of(earlier)), unit=actor.unit, actor=actor, at=at)


def filing_from_file(*, filing: Filing, actor: AccountRecord, at: datetime) -> FilingRecord:
    """Begin with what a file says. A file of another unit is refused."""
    _require_clerk(actor)
    if filing.unit and filing.unit != actor.unit.name:
        raise JipingError(
            f"材料的填报单位是“{filing.unit}”，不是“{actor.unit.name}”。",
            remedy="请上传本单位的材料，或改正其中的填报单位。",
        )
    return filing_create(filing=replace(filing, unit=actor.unit.name), unit=actor.unit, actor=actor, at=at)


@transaction.atomic
def filing_brought_back(*, record: FilingRecord, filing: Filing, actor: AccountRecord, at: datetime) -> int:
    """Take the actual values of an edited copy, row by row of the same name; return how many cells changed.

    Rows the draft does not have are refused, so that nothing of the copy is lost unseen.
    """
    rows = {row.level3: row for row in record.indicators.all()}
    strange = [row.level3 for row in filing.rows if row.level3 not in rows]
    if strange:
        raise JipingError(f"文件里有本稿没有的指标：{'、'.join(strange[:3])}。", remedy="请改回指标名称，再上传一次。")
    changed = [
        (rows[row.level3], row.actual or "")
        for row in filing.rows
        if (rows[row.level3].actual or "") != (row.actual or "")
    ]
    for row, text in changed:
        cell_save(record=record, cell=Cell(row.pk, row.version, "actual", text), actor=actor, at=at)
    return len(changed)


def emptied(filing: Filing) -> Filing:
    """Return the filing of the year after with nothing achieved yet: rows with their targets and weights, no text."""
    blank = {name: replace(section, text="", bound=()) for name, section in filing.narrative.sections()}
    return replace(
        filing,
        year=None if filing.year is None else filing.year + 1,
        started=None,
        finished=None,
        expenditure=None,
        narrative=Narrative(**blank),
        stated_score=None,
        stated_grade=None,
        stated_satisfaction=None,
        total_score=None,
        rows=tuple(_unanswered(row) for row in filing.rows),
        funds=(),
        waivers=(),
        doubts=(),
    )


def _unanswered(row: Indicator) -> Indicator:
    return replace(row, actual=None, score=None, reason=None, evidence=())


def _require_clerk(actor: AccountRecord) -> None:
    if actor.duty is not Role.CLERK:
        raise JipingError("只有单位的经办能新建自评。", remedy="请由填报单位的经办办理。")
