"""What a reviewer asked for is answered by the unit, accepted by a reviewer, and held against next year's filing."""

from dataclasses import replace

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.task import TaskState
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.convert import filing_of
from jiping.web.filings.guards import open_tasks_answered
from jiping.web.filings.models import FilingRecord, TaskRecord
from jiping.web.filings.selectors import filing_judged
from jiping.web.filings.services.creating import filing_create
from jiping.web.filings.services.tasks import task_answer
from jiping.web.review.services.tasks import task_accept, task_reopen
from web.conftest import NOW, account, browser_of


@pytest.fixture
def task(site: None) -> TaskRecord:
    """What the demo's returned filing is to mend."""
    return TaskRecord.objects.select_related("filing__unit").get(filing__project="技能提升行动补贴")


@pytest.fixture
def next_year(task: TaskRecord) -> FilingRecord:
    """The same project's filing a year later."""
    filing = replace(filing_of(task.filing), year=2025)
    return filing_create(filing=filing, unit=task.filing.unit, actor=account("wangfang"), at=NOW)


def hindrance(record: FilingRecord) -> str:
    return open_tasks_answered(record, filing_judged(record), account("wangfang"))


def answered(task: TaskRecord) -> TaskRecord:
    return task_answer(task=task, answer="已补抽查记录 12 份。", actor=account("wangfang"), at=NOW)


def test_next_years_filing_cannot_be_sent_before_the_task_is_answered(
    task: TaskRecord, next_year: FilingRecord
) -> None:
    assert "还有 1 项整改没有答复" in hindrance(next_year)
    page = browser_of("wangfang").get(f"/eval/{next_year.pk}/").content.decode()
    assert "还有 1 项整改没有答复" in page
    assert task.said in page
    answered(task)
    assert hindrance(next_year) == ""


def test_the_returned_filing_itself_may_be_sent_again(task: TaskRecord) -> None:
    assert hindrance(task.filing) == ""


def test_another_project_is_not_held_up(task: TaskRecord, next_year: FilingRecord) -> None:
    other = FilingRecord.objects.get(project="公共就业服务专项")
    FilingRecord.objects.filter(pk=other.pk).update(year=2026)
    other.refresh_from_db()
    assert hindrance(other) == ""


def test_an_answer_is_accepted_once(task: TaskRecord, reviewer: AccountRecord) -> None:
    task_accept(task=answered(task), actor=reviewer, at=NOW)
    task.refresh_from_db()
    assert TaskState(task.state) is TaskState.ACCEPTED
    with pytest.raises(JipingError, match="已验收"):
        task_accept(task=task, actor=reviewer, at=NOW)


def test_an_answer_that_is_not_enough_comes_back_with_the_reason(task: TaskRecord, reviewer: AccountRecord) -> None:
    with pytest.raises(JipingError, match="没有写明"):
        task_reopen(task=answered(task), reason="", actor=reviewer, at=NOW)
    task_reopen(task=task, reason="缺三季度", actor=reviewer, at=NOW)
    task.refresh_from_db()
    assert (TaskState(task.state), task.verdict) == (TaskState.OPEN, "缺三季度")


@pytest.mark.parametrize("username", ["zhangmin", "chenjie", "zhoujianguo", "shenji"])
def test_only_the_units_own_clerk_answers(task: TaskRecord, username: str) -> None:
    with pytest.raises(JipingError, match="经办"):
        task_answer(task=task, answer="已改", actor=account(username), at=NOW)


@pytest.mark.parametrize("username", ["wangfang", "chenjie", "shenji"])
def test_only_a_reviewer_accepts(task: TaskRecord, username: str) -> None:
    with pytest.raises(JipingError, match="验收"):
        task_accept(task=answered(task), actor=account(username), at=NOW)


def test_a_unit_sees_its_own_tasks_only(task: TaskRecord) -> None:
    assert task.said in browser_of("wangfang").get("/tasks/").content.decode()
    assert task.said not in browser_of("zhangmin").get("/tasks/").content.decode()


def test_what_is_not_answered_in_time_is_told_as_overdue(task: TaskRecord) -> None:
    TaskRecord.objects.filter(pk=task.pk).update(due="2025-01-31")
    page = browser_of("zhoujianguo").get("/tasks/?show=overdue").content.decode()
    assert task.said in page
    assert "已逾期 1" in page


def test_the_page_answers_accepts_and_returns(task: TaskRecord) -> None:
    assert browser_of("wangfang").post(f"/tasks/{task.pk}/answer/", {"answer": "已改"}).status_code == 302
    assert browser_of("zhoujianguo").post(f"/tasks/{task.pk}/reopen/", {"reason": "不够"}).status_code == 302
    assert browser_of("wangfang").post(f"/tasks/{task.pk}/answer/", {"answer": "又改"}).status_code == 302
    assert browser_of("zhoujianguo").post(f"/tasks/{task.pk}/accept/").status_code == 302
    task.refresh_from_db()
    assert TaskState(task.state) is TaskState.ACCEPTED
