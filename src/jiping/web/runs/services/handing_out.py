"""Hand out what a run wrote: to people of its unit only, and never without a mark in the trail."""

import csv
from datetime import datetime
from io import StringIO
from pathlib import Path

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.roles import OF_A_UNIT
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.runs.models import ExceptionRecord, RunRecord
from jiping.web.runs.selectors import files_of, folder_of

EXCEPTIONS = "exceptions.csv"
_MARK = "\ufeff"


@transaction.atomic
def file_hand_out(*, run: RunRecord, name: str, actor: AccountRecord, at: datetime) -> Path:
    """Return where a file of the run lies. Raises JipingError for people of other units, and for a file it did not write."""
    _require_own(run, actor)
    if name not in files_of(run):
        raise JipingError("这次办理没有这个文件。", remedy="请从办理页的文件列表里选择。")
    event_append(act="下载办理文件", subject=str(run), actor=actor, at=at, after={"file": name})
    return folder_of(run) / name


@transaction.atomic
def exceptions_hand_out(*, run: RunRecord, exception: ExceptionRecord, actor: AccountRecord, at: datetime) -> str:
    """Return the cases of one class as csv; numbers of identity are masked in it."""
    _require_own(run, actor)
    path = folder_of(run) / EXCEPTIONS
    if not path.is_file():
        raise JipingError("这一类没有逐条名单。", remedy="它只计了数；请在业务系统里按原因查找。")
    page = StringIO()
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        sheet = csv.writer(page)
        sheet.writerow(next(rows))
        sheet.writerows(row for row in rows if row[:2] == [exception.title, exception.treatment])
    event_append(act="导出例外名单", subject=str(run), actor=actor, at=at, after={"class": exception.title})
    return _MARK + page.getvalue()


def _require_own(run: RunRecord, actor: AccountRecord) -> None:
    if actor.duty not in OF_A_UNIT or actor.unit_id != run.unit_id:
        raise JipingError("办理文件只交给本单位的人。", remedy="请向办理单位索取。")
