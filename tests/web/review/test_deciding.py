"""Return and pass: one act at a time, with all that was taken up."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from pytest_django.plugin import DjangoDbBlocker

from jiping.domain.errors import JipingError
from jiping.domain.task import TaskState
from jiping.domain.workflow import State
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.models import EventRecord
from jiping.web.audit.selectors import first_break
from jiping.web.filings.models import FilingRecord, TaskRecord
from jiping.web.review.services.deciding import filing_pass, filing_return, filings_pass, filings_return
from jiping.web.review.services.taking_up import finding_take_up
from jiping.web.site.demonstration import fill_demo
from web.conftest import NOW, account
from web.triggers import lift, restore


def state_of(record: FilingRecord) -> State:
    return State(FilingRecord.objects.get(pk=record.pk).state)


def test_a_return_makes_what_was_taken_up_due(blocked: FilingRecord, reviewer: AccountRecord) -> None:
    task = finding_take_up(record=blocked, code="FU01", where="一、项目概况", actor=reviewer, at=NOW)
    filing_return(record=blocked, text="请改", actor=reviewer, at=NOW)
    task.refresh_from_db()
    assert state_of(blocked) is State.RETURNED
    assert (TaskState(task.state), task.due) == (TaskState.OPEN, NOW.date() + timedelta(days=10))
    assert TaskRecord.objects.filter(filing=blocked).count() == 1


def test_a_return_with_nothing_taken_up_makes_its_words_the_task(
    waiting: FilingRecord, reviewer: AccountRecord
) -> None:
    filing_return(record=waiting, text="请补充名册。", actor=reviewer, at=NOW)
    assert [each.said for each in waiting.tasks.all()] == ["请补充名册。"]


def test_a_return_without_words_is_refused(waiting: FilingRecord, reviewer: AccountRecord) -> None:
    with pytest.raises(JipingError, match="理由"):
        filing_return(record=waiting, text=" ", actor=reviewer, at=NOW)
    assert state_of(waiting) is State.DEPARTMENT


def test_what_must_be_mended_keeps_a_filing_from_passing(blocked: FilingRecord, reviewer: AccountRecord) -> None:
    with pytest.raises(JipingError, match="必改"):
        filing_pass(record=blocked, actor=reviewer, at=NOW)


def test_the_final_pass_turns_the_problems_a_unit_named_into_a_task(
    waiting: FilingRecord, reviewer: AccountRecord
) -> None:
    filing_pass(record=waiting, actor=reviewer, at=NOW)
    assert not waiting.tasks.exists()
    filing_pass(record=waiting, actor=account("caizheng"), at=NOW)
    assert state_of(waiting) is State.PASSED
    assert [each.said for each in waiting.tasks.all()] == ["下半年报名集中，窗口等候时间较长。"]


def test_several_pass_in_one_stroke(waiting: FilingRecord, reviewer: AccountRecord) -> None:
    other = FilingRecord.objects.get(project="基层平台信息化运维")
    assert filings_pass(records=(waiting, other), actor=reviewer, at=NOW) == 2
    assert state_of(waiting) is state_of(other) is State.BUREAU


def test_one_that_must_be_mended_stops_all_and_is_named(
    waiting: FilingRecord, blocked: FilingRecord, reviewer: AccountRecord
) -> None:
    with pytest.raises(JipingError, match=blocked.project):
        filings_pass(records=(waiting, blocked), actor=reviewer, at=NOW)
    assert state_of(waiting) is State.DEPARTMENT


def test_a_merged_return_tells_each_its_own_points_and_the_common_words(
    waiting: FilingRecord, blocked: FilingRecord, reviewer: AccountRecord
) -> None:
    task = finding_take_up(record=blocked, code="FU01", where="一、项目概况", actor=reviewer, at=NOW)
    filings_return(records=(waiting, blocked), text="请于月底前报回。", actor=reviewer, at=NOW)
    said = {
        event.subject: event.after["reason"]
        for event in EventRecord.objects.filter(act="退回修改", actor__contains=reviewer.name)
    }
    assert said[str(blocked)] == f"1. {task.said}\n请于月底前报回。"
    assert said[str(waiting)] == "请于月底前报回。"


def test_nothing_ticked_is_told(reviewer: AccountRecord) -> None:
    with pytest.raises(JipingError, match="没有选中"):
        filings_pass(records=(), actor=reviewer, at=NOW)


def test_whoever_comes_second_is_told_and_changes_nothing(waiting: FilingRecord, reviewer: AccountRecord) -> None:
    seen_by_the_other = FilingRecord.objects.get(pk=waiting.pk)
    filing_pass(record=waiting, actor=reviewer, at=NOW)
    with pytest.raises(JipingError, match="不由") as told:
        filing_return(record=seen_by_the_other, text="请改", actor=reviewer, at=NOW)
    assert "另一位审核人" in told.value.remedy
    assert state_of(waiting) is State.BUREAU
    assert not waiting.tasks.exists()


def test_of_two_reviewers_at_once_exactly_one_decides(
    transactional_db: None, django_db_blocker: DjangoDbBlocker
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("内存中的 SQLite 不能由两个线程同时写；这一条在 PostgreSQL 上运行")
    restore()
    fill_demo(NOW)
    record, reviewer = FilingRecord.objects.get(project="公共就业服务专项"), account("zhoujianguo")
    start, told = Barrier(2), list[str]()

    def decide(act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
            told.append("办成")
        except JipingError as fault:
            told.append(fault.remedy)
        finally:
            connections.close_all()

    acts = (
        lambda: filing_pass(record=record, actor=reviewer, at=NOW),
        lambda: filing_return(record=record, text="请改", actor=reviewer, at=NOW),
    )
    threads = [Thread(target=decide, args=(act,)) for act in acts]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(each == "办成" for each in told) == [False, True]
    assert first_break() is None
    lift()
