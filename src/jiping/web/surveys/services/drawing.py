"""Begin a survey: draw whom to ask, and make as many one-time codes."""

import csv
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from jiping.domain.errors import JipingError
from jiping.rulepack.load import pack_for
from jiping.use_cases.measure import businesses
from jiping.use_cases.survey import Plan, prepare
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.surveys.codes import code_of, digest_of
from jiping.web.surveys.models import CodeRecord, StratumRecord, SurveyRecord
from jiping.web.surveys.policy import require_clerk
from jiping.web.surveys.selectors import folder_of

LIST = "抽样名单.csv"


@dataclass(frozen=True, slots=True)
class Design:
    """What a clerk decides."""

    programme: str
    year: int
    closes_on: date


@transaction.atomic
def survey_draw(*, design: Design, actor: AccountRecord, at: datetime) -> SurveyRecord:
    """Draw the sample from the records of service; the list of persons and the codes are never joined."""
    require_clerk(actor)
    titles = {each.name: each.title for each in businesses()}
    if design.programme not in titles:
        raise JipingError("没有这项业务。", remedy="请从列表中选择。")
    unit, today = actor.unit, at.date()
    seed = f"{unit.pk}-{design.programme}-{design.year}-{at:%Y%m%d%H%M%S}"
    try:
        with transaction.atomic():
            survey = SurveyRecord.objects.create(
                unit=unit,
                programme=design.programme,
                year=design.year,
                title=f"{titles[design.programme]}服务满意度",
                pack=pack_for(f"{unit.name}{unit.parent.name if unit.parent else ''}"),
                seed=seed,
                drawn_on=today,
                closes_on=design.closes_on,
                asked_by=actor,
                asked_at=at,
            )
    except IntegrityError:
        raise JipingError("这项业务这一年的调查还没有结束。", remedy="请打开正在进行的调查。") from None
    plan = Plan(design.programme, design.year, seed, today, design.closes_on)
    drawn = prepare(plan, settings.DATA_FOLDER, folder_of(survey), survey.pack)
    survey.population, survey.needed, survey.invited = drawn.population, drawn.needed, drawn.invited
    survey.save(update_fields=["population", "needed", "invited"])
    StratumRecord.objects.bulk_create(
        StratumRecord(survey=survey, name=each.name, people=each.people, seats=each.seats) for each in drawn.strata
    )
    _make_codes(survey)
    told = {"seed": seed, "population": drawn.population, "invited": drawn.invited}
    event_append(act="发起调查", subject=str(survey), actor=actor, at=at, after=told)
    return survey


def _make_codes(survey: SurveyRecord) -> None:
    with (folder_of(survey) / LIST).open(encoding="utf-8-sig", newline="") as file:
        groups = [stratum for _, stratum in list(csv.reader(file))[1:]]
    CodeRecord.objects.bulk_create(
        CodeRecord(survey=survey, number=number, stratum=stratum, digest=digest_of(code_of(survey.pk, number)))
        for number, stratum in enumerate(groups, start=1)
    )
