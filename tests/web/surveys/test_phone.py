"""The open pages in a real browser of a phone's size: right without scripts, nothing serious for axe, big enough for thumbs."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from jiping.web.surveys.codes import code_of
from jiping.web.surveys.models import SurveyRecord
from jiping.web.surveys.services.drawing import Design, survey_draw
from web.browser import Visitor
from web.conftest import NOW, account

PHONE = {"width": 390, "height": 844}
THUMB = 44


@pytest.fixture
def survey(visitor: Visitor, records: Path) -> SurveyRecord:
    design = Design("personal_statement", 2024, NOW.date().replace(day=31))
    return survey_draw(design=design, actor=account("zhangmin"), at=NOW)


def narrow(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_survey_is_answered_on_a_phone(visitor: Visitor, survey: SurveyRecord) -> None:
    visitor.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    visitor.open(f"/s/{code_of(survey.pk, 1)}/")
    for _ in range(4):
        assert visitor.serious_faults() == []
        assert narrow(visitor.page)
        for option in visitor.page.locator(".option, .thumb button").all():
            box = option.bounding_box()
            assert box is not None
            assert box["height"] >= THUMB
        visitor.page.get_by_text("满意", exact=True).click()
        visitor.page.click("button.act")
    visitor.page.get_by_text("您的回答已经收到").wait_for()
    assert survey.replies.count() == 1


def test_a_survey_is_answered_without_scripts_and_one_step_back(
    browser: Browser, visitor: Visitor, survey: SurveyRecord
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{visitor.address}/s/{code_of(survey.pk, 2)}/")
    page.get_by_text("满意", exact=True).click()
    page.click("button.act")
    page.get_by_role("button", name="上一题").click()
    assert page.get_by_label("满意", exact=True).is_checked()
    for _ in range(4):
        page.get_by_text("一般", exact=True).click()
        page.click("button.act")
    page.get_by_text("您的回答已经收到").wait_for()
    context.close()
    assert {each.option for reply in survey.replies.all() for each in reply.ticks.all()} == {"一般"}


def test_the_pages_of_a_survey_are_sound(visitor: Visitor, survey: SurveyRecord) -> None:
    visitor.log_in("zhangmin", "Jiping-demo-2024")
    for place in ("", "slips/", "paper/"):
        visitor.open(f"/surveys/{survey.pk}/{place}")
        assert visitor.serious_faults() == []


def test_the_door_of_a_statement_is_sound_on_a_phone(visitor: Visitor) -> None:
    visitor.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    visitor.open("/st/")
    assert visitor.serious_faults() == []
    assert narrow(visitor.page)
