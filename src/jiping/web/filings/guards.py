"""What must hold before an act: each guard answers with the reason why not, in plain Chinese, or with nothing."""

from collections.abc import Callable

from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.judged import Judged
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.owed import unanswered_before

Guard = Callable[[FilingRecord, Judged, AccountRecord], str]


def complete(_record: FilingRecord, judged: Judged, _actor: AccountRecord) -> str:
    """每一行都填了实际完成值。"""
    empty = [row.level3 for row in judged.filing.rows if not row.actual]
    return (
        f"还有 {len(empty)} 项没有填实际完成值：{'、'.join(empty[:3])}{' 等' if len(empty) > 3 else ''}。"
        if empty
        else ""
    )


def no_open_must_fix(_record: FilingRecord, judged: Judged, _actor: AccountRecord) -> str:
    """没有未处理的必改意见。"""
    return f"尚有 {judged.must} 项必改未处理，改正或说明原因后方可继续。" if judged.must else ""


def other_person(record: FilingRecord, _judged: Judged, actor: AccountRecord) -> str:
    """审定人不是送审人。"""
    return "送审人不能自己审定，请由另一位负责人办理。" if record.submitted_by_id == actor.pk else ""


def open_tasks_answered(record: FilingRecord, _judged: Judged, _actor: AccountRecord) -> str:
    """以前年度的整改事项都作了答复。"""
    owed = unanswered_before(record).count()
    return f"以前年度还有 {owed} 项整改没有答复，写明整改情况后方可送审。" if owed else ""


GUARDS: dict[str, Guard] = {
    each.__name__: each for each in (complete, no_open_must_fix, other_person, open_tasks_answered)
}
