"""Close a survey: its answers become records like any other, and the satisfaction rooms compute what they prove."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import StringIO
from pathlib import Path

from django.db import transaction

from jiping.datasets.importing import Order
from jiping.domain.errors import JipingError
from jiping.domain.measurement import Measurement
from jiping.rulepack.pack import RulePack
from jiping.use_cases.import_data import import_records
from jiping.use_cases.measure import measure
from jiping.use_cases.output import put
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.surveys.models import SurveyFigureRecord, SurveyRecord, SurveyState
from jiping.web.surveys.policy import require_conduct
from jiping.web.surveys.selectors import folder_of, rules_of

REGISTER = "满意度调查登记.csv"
_SATISFACTION = "SV"
_PLACES = 200
Rows = Iterable[Sequence[object]]


@transaction.atomic
def survey_close(*, survey: SurveyRecord, actor: AccountRecord, at: datetime) -> SurveyRecord:
    """Take no more answers, and measure. Raises JipingError while nobody has answered."""
    require_conduct(actor, survey)
    locked = SurveyRecord.objects.select_for_update().get(pk=survey.pk)
    require_conduct(actor, locked)
    if not locked.replies.exists():
        raise JipingError("还没有收到答卷，结束了也算不出满意度。", remedy="请先催收，或录入纸质问卷。")
    found = _measured(locked)
    SurveyFigureRecord.objects.bulk_create(_figure(locked, each) for each in found)
    locked.state, locked.closed_by, locked.closed_at = SurveyState.CLOSED, actor, at
    locked.save()
    told = {each.code: each.shown or each.absent for each in found}
    event_append(act="结束调查", subject=str(locked), actor=actor, at=at, after=told)
    return locked


def _measured(survey: SurveyRecord) -> list[Measurement]:
    rules, folder = rules_of(survey), folder_of(survey)
    with (folder / REGISTER).open(encoding="utf-8-sig", newline="") as file:
        name = list(csv.reader(file))[1][0]
    given = {
        "surveys": folder / REGISTER,
        "survey_invitations": _sheet(folder / "发放记录.csv", "survey_invitations", _invitations(survey, name), rules),
        "survey_answers": _sheet(folder / "答案.csv", "survey_answers", _answers(survey, name), rules),
    }
    for table, path in given.items():
        done = import_records(Order(rules.tables[table], [str(path)]), folder / "data", rules, lambda _: None)
        if done.bad_rows:
            raise JipingError("答卷没有全部读入，调查没有结束。", remedy="请把这项调查的编号告诉维护人员。")
    figures = measure(survey.programme, survey.year, folder / "data", survey.pack).figures
    return [each for each in figures if each.code.startswith(_SATISFACTION)]


def _invitations(survey: SurveyRecord, name: str) -> Rows:
    day = survey.drawn_on
    for each in survey.codes.all():
        yield name, each.digest, each.stratum, "纸质", day


def _answers(survey: SurveyRecord, name: str) -> Rows:
    for reply in survey.replies.prefetch_related("ticks"):
        for tick in reply.ticks.all():
            told = (
                reply.respondent,
                survey.programme,
                reply.stratum,
                tick.question,
                tick.option,
                reply.answered_on,
                "是",
            )
            yield name, *told


def _sheet(path: Path, table: str, rows: Rows, rules: RulePack) -> Path:
    page = StringIO()
    sheet = csv.writer(page)
    sheet.writerow([each.headings[0] for each in rules.tables[table].columns])
    sheet.writerows(rows)
    return put(path, page.getvalue().encode("utf-8-sig"))


def _figure(survey: SurveyRecord, found: Measurement) -> SurveyFigureRecord:
    return SurveyFigureRecord(
        survey=survey,
        code=found.code,
        title=found.title,
        shown=found.shown or "",
        arithmetic="" if found.lower is None else f"{found.upper} ÷ {found.lower}"[:_PLACES],
        absent=(found.absent or "")[:_PLACES],
        receipt=found.id,
    )
