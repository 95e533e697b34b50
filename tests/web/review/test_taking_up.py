"""A finding is taken up, dropped or excused by the reviewer whose turn it is, and by nobody else."""

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.task import TaskState
from jiping.domain.workflow import State
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.models import EventRecord
from jiping.web.filings.models import FilingRecord, TaskRecord, WaiverRecord
from jiping.web.filings.selectors import filing_judged
from jiping.web.review.selectors.drawer import drawer_of
from jiping.web.review.services.taking_up import finding_drop, finding_excuse, finding_take_up
from web.conftest import NOW, account

FOUND = ("FU01", "一、项目概况")


def take_up(record: FilingRecord, actor: AccountRecord) -> TaskRecord:
    return finding_take_up(record=record, code=FOUND[0], where=FOUND[1], actor=actor, at=NOW)


def test_what_is_taken_up_stands_numbered_in_the_return_text(blocked: FilingRecord, reviewer: AccountRecord) -> None:
    task = take_up(blocked, reviewer)
    assert drawer_of(reviewer, blocked.pk).text == f"1. {task.said}"
    assert TaskState(task.state) is TaskState.PROPOSED
    assert EventRecord.objects.filter(act="采纳意见").count() == 1


def test_a_finding_taken_up_twice_stands_once(blocked: FilingRecord, reviewer: AccountRecord) -> None:
    assert take_up(blocked, reviewer) == take_up(blocked, reviewer)


def test_what_is_dropped_leaves_the_return_text(blocked: FilingRecord, reviewer: AccountRecord) -> None:
    finding_drop(record=blocked, task=take_up(blocked, reviewer).pk, actor=reviewer, at=NOW)
    assert drawer_of(reviewer, blocked.pk).text == ""


def test_a_finding_that_is_not_there_cannot_be_taken_up(blocked: FilingRecord, reviewer: AccountRecord) -> None:
    with pytest.raises(JipingError, match="不在了"):
        finding_take_up(record=blocked, code="ZZ99", where="", actor=reviewer, at=NOW)


def test_an_excused_finding_hinders_no_longer_and_stays_visible(blocked: FilingRecord, reviewer: AccountRecord) -> None:
    before = filing_judged(blocked).must
    take_up(blocked, reviewer)
    finding_excuse(record=blocked, code=FOUND[0], where=FOUND[1], reason="预算文件已核", actor=reviewer, at=NOW)
    after = FilingRecord.objects.get(pk=blocked.pk)
    assert after.summary_must == filing_judged(after).must == before - 1
    assert [each.waiver.person for each in filing_judged(after).answered if each.waiver] == [reviewer.name]
    assert not TaskRecord.objects.filter(filing=blocked, state=TaskState.PROPOSED).exists()


def test_an_excuse_needs_a_reason(blocked: FilingRecord, reviewer: AccountRecord) -> None:
    with pytest.raises(JipingError, match="理由"):
        finding_excuse(record=blocked, code=FOUND[0], where=FOUND[1], reason=" ", actor=reviewer, at=NOW)
    assert not WaiverRecord.objects.filter(filing=blocked).exists()


@pytest.mark.parametrize("username", ["zhangmin", "liguoqiang", "caizheng", "shenji"])
def test_only_the_reviewer_whose_turn_it_is_may_take_up(blocked: FilingRecord, username: str) -> None:
    with pytest.raises(JipingError, match="不由"):
        take_up(blocked, account(username))


@pytest.mark.parametrize("state", [each for each in State if each is not State.DEPARTMENT])
def test_the_department_takes_up_nothing_outside_its_turn(
    blocked: FilingRecord, reviewer: AccountRecord, state: State
) -> None:
    FilingRecord.objects.filter(pk=blocked.pk).update(state=state)
    with pytest.raises(JipingError, match="不由"):
        take_up(blocked, reviewer)
