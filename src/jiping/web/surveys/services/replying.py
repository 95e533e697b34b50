"""Take a filled questionnaire: once for each code, from a phone or from paper."""

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.surveys.models import Channel, CodeRecord, ReplyRecord, SurveyRecord, SurveyState, TickRecord
from jiping.web.surveys.policy import require_conduct
from jiping.web.surveys.selectors import code_named, questions_of


class AlreadyAnswered(JipingError):
    """The code was used: a second click, or a second try."""

    def __init__(self) -> None:
        super().__init__("这个邀请码已经答过了。", remedy="每份邀请只答一次，谢谢您。")


@transaction.atomic
def reply_take(*, code: CodeRecord, ticks: Mapping[str, str], at: datetime, channel: Channel = Channel.PHONE) -> None:
    """Keep the answers under a random number and mark the code as used, both or neither.

    `ticks` are options by the code of their question. Raises AlreadyAnswered, and JipingError for a survey that is over
    or answers that are not whole.
    """
    survey = SurveyRecord.objects.select_for_update().get(pk=code.survey_id)
    if survey.state != SurveyState.OPEN or at.date() > survey.closes_on:
        raise JipingError("这项调查已经结束。", remedy="谢谢您，以后的调查请再参加。")
    asked = questions_of(survey)
    labels = {each.label for each in asked.options}
    if set(ticks) != {each.code for each in asked.items} or not set(ticks.values()) <= labels:
        raise JipingError("还有没答的题。", remedy="请每题选一项再提交。")
    if not CodeRecord.objects.filter(pk=code.pk, used=False).update(used=True):
        raise AlreadyAnswered
    reply = ReplyRecord.objects.create(
        survey=survey,
        respondent=secrets.token_hex(16),
        stratum=code.stratum,
        channel=channel,
        answered_on=at.date(),
    )
    TickRecord.objects.bulk_create(
        TickRecord(reply=reply, question=question, option=option) for question, option in ticks.items()
    )


@transaction.atomic
def paper_enter(
    *, survey: SurveyRecord, code: str, ticks: Mapping[str, str], actor: AccountRecord, at: datetime
) -> None:
    """Enter a questionnaire filled on paper, by the code on its slip, so that nobody counts on paper and on a phone."""
    require_conduct(actor, survey)
    found = code_named(code)
    if found is None or found.survey_id != survey.pk:
        raise JipingError("没有这个邀请码。", remedy="请核对纸质问卷上的邀请码；没有邀请码的问卷不能计入。")
    reply_take(code=found, ticks=ticks, at=at, channel=Channel.PAPER)
    event_append(act="录入纸质问卷", subject=str(survey), actor=actor, at=at)
