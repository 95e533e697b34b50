"""A survey from the draw to its figures: each code answers once, no answer can be traced, the figures are receipts."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from jiping.domain.errors import JipingError
from jiping.use_cases.receipt import receipt
from jiping.web.surveys.codes import code_of
from jiping.web.surveys.models import CodeRecord, ReplyRecord, SurveyRecord, SurveyState, TickRecord
from jiping.web.surveys.selectors import data_behind, questions_of
from jiping.web.surveys.services.closing import survey_close
from jiping.web.surveys.services.drawing import Design, survey_draw
from jiping.web.surveys.services.replying import AlreadyAnswered, paper_enter, reply_take
from jiping.web.ui.patience import MOST
from web.conftest import NOW, account, browser_of

CLOSES = NOW.date().replace(day=31)


@pytest.fixture
def survey(site: None, records: Path) -> SurveyRecord:
    return survey_draw(design=Design("personal_statement", 2024, CLOSES), actor=account("zhangmin"), at=NOW)


def ticks(survey: SurveyRecord, label: str = "满意") -> dict[str, str]:
    return {each.code: label for each in questions_of(survey).items}


def answered(survey: SurveyRecord, count: int) -> None:
    for code in survey.codes.all()[:count]:
        reply_take(code=code, ticks=ticks(survey, "满意" if code.number % 10 else "不满意"), at=NOW)


def test_as_many_codes_are_made_as_people_are_invited(survey: SurveyRecord) -> None:
    assert survey.invited == survey.codes.count() > survey.needed > 300
    assert sum(each.seats for each in survey.strata.all()) == survey.invited


def test_a_code_is_nowhere_in_the_database_and_the_slip_can_be_printed_again(survey: SurveyRecord) -> None:
    code = code_of(survey.pk, 1)
    row = CodeRecord.objects.get(survey=survey, number=1)
    assert code not in row.digest.upper()
    for _ in range(2):
        page = browser_of("zhangmin").get(f"/surveys/{survey.pk}/slips/").content.decode()
        assert f"{code[:5]}-{code[5:]}" in page


def test_a_code_is_understood_however_it_is_typed(survey: SurveyRecord) -> None:
    code = code_of(survey.pk, 7)
    for typed in (code.lower(), f"{code[:5]}-{code[5:]}", code.replace("0", "O").replace("1", "l")):
        assert Client().get(f"/s/{typed}/").status_code == 200


class TestPhone:
    """The page without login."""

    def test_one_question_a_screen_leads_to_one_reply(self, survey: SurveyRecord) -> None:
        phone, path = Client(), f"/s/{code_of(survey.pk, 1)}/"
        asked = questions_of(survey).items
        given: dict[str, object] = {}
        for place, item in enumerate(asked):
            page = phone.post(path, given) if given else phone.get(path)
            assert item.text in page.content.decode()
            given |= {"at": place, f"a{place}": "满意"}
        assert phone.post(path, given).status_code == 302
        assert "已经收到" in phone.get(path).content.decode()
        assert TickRecord.objects.filter(reply__survey=survey).count() == len(asked)

    def test_the_same_form_sent_twice_counts_once(self, survey: SurveyRecord) -> None:
        phone, path = Client(), f"/s/{code_of(survey.pk, 1)}/"
        whole = {"at": 3} | {f"a{place}": "满意" for place in range(4)}
        assert [phone.post(path, whole).status_code for _ in range(2)] == [302, 200]
        assert survey.replies.count() == 1

    def test_a_question_left_out_is_asked_again(self, survey: SurveyRecord) -> None:
        page = Client().post(f"/s/{code_of(survey.pk, 1)}/", {"at": 0}).content.decode()
        assert "请选一项再往下" in page

    def test_an_option_nobody_offered_is_not_taken(self, survey: SurveyRecord) -> None:
        whole = {"at": 3} | {f"a{place}": "满意" for place in range(3)} | {"a3": "极好"}
        Client().post(f"/s/{code_of(survey.pk, 1)}/", whole)
        assert not survey.replies.exists()

    def test_after_five_wrong_codes_even_a_right_one_waits(self, survey: SurveyRecord) -> None:
        phone = Client()
        assert [phone.get("/s/0000000000/").status_code for _ in range(MOST)] == [404] * MOST
        assert phone.get(f"/s/{code_of(survey.pk, 1)}/").status_code == 422
        assert Client(REMOTE_ADDR="10.0.0.9").get(f"/s/{code_of(survey.pk, 1)}/").status_code == 200

    def test_a_closed_survey_says_so(self, survey: SurveyRecord) -> None:
        SurveyRecord.objects.update(state=SurveyState.CLOSED)
        assert "已经结束" in Client().get(f"/s/{code_of(survey.pk, 1)}/").content.decode()


def test_the_second_taking_of_a_code_is_refused_by_the_row(survey: SurveyRecord) -> None:
    stale = CodeRecord.objects.get(survey=survey, number=1)
    reply_take(code=CodeRecord.objects.get(survey=survey, number=1), ticks=ticks(survey), at=NOW)
    with pytest.raises(AlreadyAnswered):
        reply_take(code=stale, ticks=ticks(survey), at=NOW)
    assert survey.replies.count() == 1


def test_no_column_joins_a_reply_to_a_code(survey: SurveyRecord) -> None:
    answered(survey, 3)
    columns = {column.name for model in (ReplyRecord, TickRecord) for column in model._meta.get_fields()}
    assert not columns & {"code", "digest", "number", "at", "answered_at"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT respondent FROM surveys_replyrecord")
        respondents = {row[0] for row in cursor.fetchall()}
    assert not respondents & set(CodeRecord.objects.values_list("digest", flat=True))


def test_paper_is_entered_by_its_code_and_once(survey: SurveyRecord) -> None:
    told: dict[str, Any] = {
        "survey": survey,
        "code": code_of(survey.pk, 5),
        "ticks": ticks(survey),
        "actor": account("zhangmin"),
        "at": NOW,
    }
    paper_enter(**told)
    with pytest.raises(AlreadyAnswered):
        paper_enter(**told)
    with pytest.raises(JipingError, match="没有这个邀请码"):
        paper_enter(**told | {"code": "ZZZZZZZZZZ"})
    assert list(survey.replies.values_list("channel", flat=True)) == ["纸质"]


def test_closing_computes_share_interval_and_response_with_receipts(survey: SurveyRecord) -> None:
    answered(survey, 100)
    survey_close(survey=survey, actor=account("zhangmin"), at=NOW)
    found = {each.code: each for each in survey.figures.all()}
    assert found["SV01"].shown.startswith("90.0%（n=100，95% 区间 ")
    assert found["SV04"].shown == "100份"
    assert found["SV03"].arithmetic == f"100 ÷ {survey.invited}"
    for each in found.values():
        data = data_behind(each.receipt)
        assert data is not None
        assert receipt(each.receipt, data).id == each.receipt


def test_too_few_answers_prove_no_share(survey: SurveyRecord) -> None:
    answered(survey, 2)
    survey_close(survey=survey, actor=account("zhangmin"), at=NOW)
    share = survey.figures.get(code="SV01")
    assert (share.shown, bool(share.absent)) == ("", True)


def test_a_survey_without_answers_is_not_closed(survey: SurveyRecord) -> None:
    with pytest.raises(JipingError, match="还没有收到答卷"):
        survey_close(survey=survey, actor=account("zhangmin"), at=NOW)


def test_only_the_units_clerk_conducts(survey: SurveyRecord) -> None:
    for username in ("liguoqiang", "zhoujianguo"):
        with pytest.raises(JipingError):
            survey_close(survey=survey, actor=account(username), at=NOW)
    with pytest.raises(JipingError, match="由单位经办发起"):
        survey_draw(design=Design("handbook", 2024, CLOSES), actor=account("liguoqiang"), at=NOW)
