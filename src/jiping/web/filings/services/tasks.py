"""Tasks of rectification: made due by the act on a filing, answered by its unit."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.domain.task import TaskSource, TaskState
from jiping.domain.workflow import State
from jiping.rulepack.pack import RulePack
from jiping.use_cases.rectification import due_on, problem_named
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.judged import Judged
from jiping.web.filings.models import FilingRecord, TaskRecord

_LONGEST = 60  # characters of a demand that the trail repeats


def tasks_issue(*, record: FilingRecord, judged: Judged, reason: str, actor: AccountRecord, at: datetime) -> None:
    """Make due what a reviewer took up; a return without any makes its reason the task, a final pass the unit's own problems.

    Called inside the transaction of the act that brought `record` into its state.
    """
    pack = judged.evaluation.pack
    source = TaskSource.RETURNED if record.state == State.RETURNED else TaskSource.PASSED
    taken_up = TaskRecord.objects.filter(filing=record, state=TaskState.PROPOSED)
    made = taken_up.update(state=TaskState.OPEN, due=due_on(source, at.date(), pack))
    if record.state == State.RETURNED and not made:
        _task_open(record=record, source=source, said=reason.strip(), pack=pack, actor=actor, at=at)
    if record.state == State.PASSED:
        problems = judged.filing.narrative.problems
        named = problem_named(problems.text if problems else None, pack)
        if named:
            _task_open(record=record, source=TaskSource.PROBLEM, said=named, pack=pack, actor=actor, at=at)


@transaction.atomic
def task_answer(*, task: TaskRecord, answer: str, actor: AccountRecord, at: datetime) -> TaskRecord:
    """Say what was mended; the reviewer then accepts it or asks again."""
    locked = TaskRecord.objects.select_for_update().select_related("filing").get(pk=task.pk)
    if actor.duty is not Role.CLERK or actor.unit_id != locked.filing.unit_id:
        raise JipingError("整改情况由填报单位的经办填写。", remedy="请转给该单位的经办。")
    if locked.state not in (TaskState.OPEN, TaskState.ANSWERED):
        raise JipingError(f"这一项“{locked.state}”，不能再答复。", remedy="有新情况请另行说明。")
    if not answer.strip():
        raise JipingError("没有写整改情况。", remedy="请写明改了什么、依据是什么；没有改的写明原因。")
    before, locked.answer, locked.state = locked.answer, answer.strip(), TaskState.ANSWERED
    locked.answered_by, locked.answered_at = actor, at
    locked.save()
    event_append(
        act="答复整改",
        subject=str(locked),
        actor=actor,
        at=at,
        before={"answer": before},
        after={"answer": locked.answer},
    )
    return locked


def _task_open(
    *, record: FilingRecord, source: TaskSource, said: str, pack: RulePack, actor: AccountRecord, at: datetime
) -> None:
    TaskRecord.objects.create(
        filing=record,
        state=TaskState.OPEN,
        where=source.value,
        said=said,
        due=due_on(source, at.date(), pack),
        raised_by=actor,
        raised_at=at,
    )
    event_append(act="列入整改", subject=str(record), actor=actor, at=at, after={"said": said[:_LONGEST]})
