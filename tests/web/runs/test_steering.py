"""What a run may do when, and by whom; the worker's rounds are done in the test itself."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from jiping.domain.errors import JipingError
from jiping.web.audit.models import EventRecord
from jiping.web.runs.jobs.job import Interrupted, Order, Teller
from jiping.web.runs.jobs.paying import STEPS
from jiping.web.runs.models import BatchRecord, RunRecord
from jiping.web.runs.services.asking import run_ask
from jiping.web.runs.services.opening import step_open
from jiping.web.runs.services.steering import run_pause, run_resume, run_stop
from jiping.web.runs.services.working import SILENCE, run_beat, run_take, runs_sweep
from jiping.web.runs.states import RunState, StepState
from jiping.web.runs.tasks import carrying
from jiping.web.runs.tasks.loop import once
from web.conftest import NOW, account

Work = Callable[[Order, Teller], None]


@pytest.fixture
def run(site: None) -> RunRecord:
    """The demo's run of statements, as it waits for a worker."""
    return RunRecord.objects.get()


def working(monkeypatch: pytest.MonkeyPatch, work: Work) -> None:
    """Let every step of every job be `work`, which ends the run."""
    monkeypatch.setattr(carrying, "work_from", lambda job, position: (work, 99))


def fresh(run: RunRecord) -> RunRecord:
    return RunRecord.objects.get(pk=run.pk)


def test_what_is_told_twice_is_one_batch(run: RunRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(_: Order, tell: Teller) -> None:
        for done in (500, 500, 1000, 1000, 1200):
            tell.progress("打印", done, 1200)

    working(monkeypatch, work)
    once()
    told = BatchRecord.objects.filter(step__title="打印").values_list("first", "count")
    assert list(told) == [(0, 500), (500, 500), (1000, 200)]
    assert fresh(run).state == RunState.DONE


def test_a_pause_is_granted_between_two_batches_and_resumed_behind_the_last(
    run: RunRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[int] = []

    def work(_: Order, tell: Teller) -> None:
        for done in (1, 2, 3):
            tell.progress("打印", done, 3)
            reached.append(done)
            if len(reached) == 1:
                run_pause(run=run, actor=account("zhangmin"), at=NOW)

    working(monkeypatch, work)
    once()
    assert (fresh(run).state, reached) == (RunState.PAUSED, [1])
    assert not once()
    run_resume(run=run, actor=account("zhangmin"), at=NOW)
    once()
    assert fresh(run).state == RunState.DONE
    assert list(BatchRecord.objects.values_list("first", "count")) == [(0, 1), (1, 1), (2, 1)]


def test_a_stopped_run_is_over(run: RunRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(_: Order, tell: Teller) -> None:
        run_stop(run=run, actor=account("zhangmin"), at=NOW)
        tell.progress("打印", 1, 3)

    working(monkeypatch, work)
    once()
    assert fresh(run).state == RunState.STOPPED
    with pytest.raises(JipingError, match="不需要继续"):
        run_resume(run=run, actor=account("zhangmin"), at=NOW)


def test_a_fault_is_told_with_its_remedy_and_the_run_can_go_on(run: RunRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(_: Order, __: Teller) -> None:
        raise JipingError("磁盘已满。", remedy="请腾出空间。")

    working(monkeypatch, work)
    once()
    assert (fresh(run).state, fresh(run).fault, fresh(run).remedy) == (RunState.FAILED, "磁盘已满。", "请腾出空间。")
    run_resume(run=run, actor=account("zhangmin"), at=NOW)
    assert (fresh(run).state, fresh(run).fault) == (RunState.QUEUED, "")


def test_a_fault_nobody_foresaw_ends_no_worker(run: RunRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(_: Order, __: Teller) -> None:
        raise ZeroDivisionError

    working(monkeypatch, work)
    assert once()
    assert fresh(run).state == RunState.FAILED


def test_a_silent_run_is_queued_again_and_the_older_worker_lets_go(run: RunRecord) -> None:
    older = run_take(at=timezone.now())
    assert older is not None
    assert runs_sweep(at=timezone.now()) == 0
    assert runs_sweep(at=timezone.now() + SILENCE + timedelta(seconds=1)) == 1
    newer = run_take(at=timezone.now())
    assert newer is not None
    run_beat(run=newer, at=timezone.now())
    with pytest.raises(Interrupted):
        run_beat(run=older, at=timezone.now())


def test_the_same_job_of_a_year_is_asked_for_once_until_it_is_over(run: RunRecord) -> None:
    def ask() -> RunRecord:
        clerk = account("zhangmin")
        return run_ask(job=run.job, programme=run.programme, year=run.year, actor=clerk, at=NOW)

    with pytest.raises(JipingError, match="还没有办结"):
        ask()
    run_stop(run=run, actor=account("zhangmin"), at=NOW)
    assert ask().pk != run.pk


def test_a_leader_starts_nothing_and_pauses_nothing(run: RunRecord) -> None:
    leader = account("liguoqiang")
    with pytest.raises(JipingError, match="由单位经办发起"):
        run_ask(job="paying", programme="transfer_subsidy", year=2024, actor=leader, at=NOW)
    with pytest.raises(JipingError, match="由本单位经办操作"):
        run_pause(run=run, actor=leader, at=NOW)


class TestPaying:
    """From the list to the bank: each waits for its person, and who had a hand in it never approves."""

    @pytest.fixture
    def paying(self, run: RunRecord, monkeypatch: pytest.MonkeyPatch) -> RunRecord:
        asked = run_ask(job="paying", programme="transfer_subsidy", year=2024, actor=account("zhangmin"), at=NOW)
        RunRecord.objects.exclude(pk=asked.pk).update(state=RunState.DONE)

        def nothing(_job: str, position: int) -> tuple[Work, int]:
            return (lambda _order, _tell: None), position + 1

        monkeypatch.setattr(carrying, "work_from", nothing)
        once()
        return asked

    def reach(self, run: RunRecord, title: str) -> int:
        """Let the clerk open every step before `title`; return its position."""
        names = [each.title for each in STEPS]
        wanted = names.index(title)
        for position in range(1, wanted):
            who = "liguoqiang" if names[position] == "负责人审批" else "zhangmin"
            step_open(run=run, position=position, actor=account(who), at=NOW)
            once()
        assert run.steps.get(position=wanted).state == StepState.NOW
        return wanted

    def test_it_waits_for_the_clerk_before_the_notice(self, paying: RunRecord) -> None:
        assert fresh(paying).state == RunState.WAITING
        assert not once()

    def test_the_clerk_who_sealed_cannot_approve(self, paying: RunRecord) -> None:
        position = self.reach(paying, "负责人审批")
        with pytest.raises(JipingError, match="由本单位负责人办理"):
            step_open(run=paying, position=position, actor=account("zhangmin"), at=NOW)
        step = paying.steps.get(position=position - 1)
        step.opened_by = account("liguoqiang")  # as if the same person had sealed in another role
        step.save()
        with pytest.raises(JipingError, match="经手的人不能审批"):
            step_open(run=paying, position=position, actor=account("liguoqiang"), at=NOW)

    def test_nothing_goes_to_the_bank_before_the_approval(self, paying: RunRecord) -> None:
        approval = self.reach(paying, "负责人审批")
        with pytest.raises(JipingError, match="现在不需要办理"):
            step_open(run=paying, position=approval + 1, actor=account("zhangmin"), at=NOW)

    def test_a_sealed_list_is_not_stopped(self, paying: RunRecord) -> None:
        self.reach(paying, "负责人审批")
        with pytest.raises(JipingError, match="不能终止"):
            run_stop(run=paying, actor=account("zhangmin"), at=NOW)

    def test_all_acts_lead_to_the_end_and_stand_in_the_trail(self, paying: RunRecord) -> None:
        position = self.reach(paying, "送银行")
        step_open(run=paying, position=position, actor=account("zhangmin"), at=NOW)
        once()
        assert fresh(paying).state == RunState.DONE
        acts = EventRecord.objects.filter(subject=str(paying)).values_list("act", flat=True)
        assert list(acts) == ["发起办理", "开始公示", "复核并封存", "批准发放", "导出代发文件", "办结"]

    def test_the_same_click_twice_is_one_act(self, paying: RunRecord) -> None:
        step_open(run=paying, position=1, actor=account("zhangmin"), at=NOW)
        with pytest.raises(JipingError, match="现在不需要办理"):
            step_open(run=paying, position=1, actor=account("zhangmin"), at=NOW)
