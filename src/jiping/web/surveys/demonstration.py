"""A survey that was answered and closed, over the demo county's records."""

from datetime import datetime, timedelta

from jiping.web.accounts.models import AccountRecord
from jiping.web.surveys.models import SurveyRecord
from jiping.web.surveys.selectors import questions_of
from jiping.web.surveys.services.closing import survey_close
from jiping.web.surveys.services.drawing import Design, survey_draw
from jiping.web.surveys.services.replying import reply_take

YEAR = 2024
_OPEN_DAYS = 10
_ANSWERS = (0, 0, 1, 0, 1, 0, 0, 2, 1, 0, 0, 1, 0, 3, 0, 1, 0, 0, 1, 0)
"""Which option each of twenty in turn ticks."""
_SILENT = 6
"""Every sixth does not answer."""


def fill(*, clerk: AccountRecord, at: datetime) -> SurveyRecord:
    """Ask those who got a statement, and close."""
    design = Design("personal_statement", YEAR, at.date() + timedelta(days=_OPEN_DAYS))
    survey = survey_draw(design=design, actor=clerk, at=at)
    asked = questions_of(survey)
    for code in survey.codes.exclude(number__in=range(0, survey.invited + 1, _SILENT)):
        option = asked.options[_ANSWERS[code.number % len(_ANSWERS)]]
        reply_take(code=code, ticks={each.code: option.label for each in asked.items}, at=at)
    return survey_close(survey=survey, actor=clerk, at=at)
