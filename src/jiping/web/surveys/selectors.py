"""Read surveys: lists, one with its sample, the questionnaire, what a code opens, and the figures filings may take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from jiping.datasets.programme import Programme
from jiping.programmes.satisfaction.questionnaire import Questionnaire, questionnaire_of
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.use_cases.measure import businesses
from jiping.web.accounts.models import AccountRecord
from jiping.web.surveys.codes import code_of, digest_of
from jiping.web.surveys.models import Channel, CodeRecord, SurveyFigureRecord, SurveyRecord, SurveyState
from jiping.web.surveys.policy import visible_to


def surveys_seen(account: AccountRecord) -> QuerySet[SurveyRecord]:
    return visible_to(account)


def survey_whole(account: AccountRecord, pk: int) -> SurveyRecord:
    """Return a survey with its groups and figures. Raises DoesNotExist for one the account may not see."""
    return visible_to(account).prefetch_related("strata", "figures").get(pk=pk)


def programmes_offered() -> tuple[Programme, ...]:
    return businesses()


def rules_of(survey: SurveyRecord) -> RulePack:
    return load_pack(survey.pack, date(survey.year, 12, 31))


def questions_of(survey: SurveyRecord) -> Questionnaire:
    return questionnaire_of(rules_of(survey))


def came_in(survey: SurveyRecord) -> dict[str, int]:
    """Return how many replies came by each way; while a survey is open nothing else of them is shown to anybody."""
    ways = survey.replies.values_list("channel", flat=True)
    told = list(ways)
    return {each.value: told.count(each.value) for each in Channel}


def code_named(code: str) -> CodeRecord | None:
    """Return the row of a code as somebody typed it, with its survey."""
    return CodeRecord.objects.select_related("survey", "survey__unit").filter(digest=digest_of(code)).first()


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip to put into a letter: nothing on it tells whose letter."""

    number: int
    stratum: str
    code: str

    @property
    def grouped(self) -> str:
        """The code as people type it: K7Q2M-9XR4T."""
        return f"{self.code[:5]}-{self.code[5:]}"


def slips(survey: SurveyRecord, first: int, count: int) -> tuple[Slip, ...]:
    """Return the slips from number `first` on."""
    rows = survey.codes.filter(number__gte=first, number__lt=first + count)
    return tuple(Slip(each.number, each.stratum, code_of(survey.pk, each.number)) for each in rows)


def folder_of(survey: SurveyRecord) -> Path:
    """Return the survey's own folder: its list, its questionnaire, and below `data` its records and receipts."""
    return Path(settings.SITE_FOLDER) / "surveys" / str(survey.pk)


def figures_offered(account: AccountRecord, programme: str, year: int) -> Sequence[SurveyFigureRecord]:
    """Return the figures of the unit's latest closed survey of a business and year, for a filing to take."""
    found = visible_to(account).filter(programme=programme, year=year, state=SurveyState.CLOSED).order_by("-pk").first()
    return () if found is None else list(found.figures.all())


def data_behind(receipt: str) -> Path | None:
    """Return the data folder in which a survey's receipt lies, None when no survey has it."""
    found = SurveyFigureRecord.objects.select_related("survey").filter(receipt=receipt).first()
    return None if found is None else folder_of(found.survey) / "data"
