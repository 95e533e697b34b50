"""Book what a project may spend and what has come in. Every booking checks the line it is on."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.fen import yuan_text
from jiping.domain.masking import masked
from jiping.domain.posting import PostingKind
from jiping.domain.project import ProjectState
from jiping.use_cases.fund_rules import sources
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.funds.balance import balance_of
from jiping.web.funds.models import FundLineRecord, PostingRecord
from jiping.web.funds.policy import require_book
from jiping.web.funds.selectors import balance_now
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.selectors import pack_of
from jiping.web.projects.services.money import project_money_note


@dataclass(frozen=True, slots=True)
class Entry:
    """A booking as a person gives it: fen, day, voucher or document number, and why."""

    fen: int
    day: date
    voucher: str
    note: str = ""


@transaction.atomic
def budget_add(
    *, project: ProjectRecord, source: str, entry: Entry, actor: AccountRecord, at: datetime
) -> FundLineRecord:
    """Open a line with its budget of the year's beginning. Raises JipingError before the project is approved."""
    require_book(actor, project)
    locked = ProjectRecord.objects.select_for_update().get(pk=project.pk)
    if locked.state != ProjectState.APPROVED:
        raise JipingError(
            "项目还没有批准，不能安排预算。", why="没有目标和事前评估不安排预算。", remedy="请先在“目标”里送审。"
        )
    known = sources(pack_of(locked))
    if source not in known:
        raise JipingError(f"没有“{source}”这种资金来源。", remedy=f"可选：{'、'.join(known)}。")
    if locked.fund_lines.filter(source=source).exists():
        raise JipingError(f"“{source}”已有预算。", remedy="有变化的，请记预算调剂。")
    line = FundLineRecord.objects.create(project=locked, source=source)
    post(line, PostingKind.INITIAL, entry, actor, at)
    return line


@transaction.atomic
def budget_change(*, line: FundLineRecord, entry: Entry, actor: AccountRecord, at: datetime) -> PostingRecord:
    """Add to a line's budget or cut it. Raises JipingError without a reason, or below what is bound or has come in."""
    locked = line_locked(line, actor)
    if not entry.note.strip():
        raise JipingError("预算调剂要写明原因。", remedy="请写清什么变了、依据哪份文件。")
    balance = balance_now(locked)
    least = max(balance.spent + balance.promised, balance.received)
    if balance.budget + entry.fen < least:
        raise JipingError(
            f"调减后预算只有 {yuan_text(balance.budget + entry.fen)} 元，少于已支付、已申请或已到账的 {yuan_text(least)} 元。",
            remedy="请先退回未支付的申请，或核对调减数。",
        )
    return post(locked, PostingKind.CHANGE, entry, actor, at)


@transaction.atomic
def arrival_add(*, line: FundLineRecord, entry: Entry, actor: AccountRecord, at: datetime) -> PostingRecord:
    """Book money that came in. Raises JipingError above the budget."""
    locked = line_locked(line, actor)
    require_arrival(locked, entry.fen)
    return post(locked, PostingKind.ARRIVAL, entry, actor, at)


def require_arrival(line: FundLineRecord, fen: int) -> None:
    """Raise JipingError where more would have come in than the budget holds."""
    balance = balance_now(line)
    if balance.received + fen > balance.budget:
        raise JipingError(
            f"到账合计将达 {yuan_text(balance.received + fen)} 元，超过预算 {yuan_text(balance.budget)} 元。",
            remedy="请核对金额；追加预算的，先记预算调剂。",
        )


def line_locked(line: FundLineRecord, actor: AccountRecord) -> FundLineRecord:
    """Return the line, locked for this transaction. Raises JipingError for whoever may not book on it."""
    locked = FundLineRecord.objects.select_for_update().get(pk=line.pk)
    require_book(actor, locked.project)
    return locked


def post(line: FundLineRecord, kind: PostingKind, entry: Entry, actor: AccountRecord, at: datetime) -> PostingRecord:
    """Write a booking on a locked line, bring the project's copies up to date, and leave the mark."""
    if entry.fen == 0 or (entry.fen < 0 and kind is not PostingKind.CHANGE):
        raise JipingError("金额要大于零。", remedy="请写实际金额。")
    if not entry.voucher.strip():
        raise JipingError(
            "没有写凭证号或文号。", why="没有凭证不能记账。", remedy="请写批复文号、到账凭证或付款凭证的编号。"
        )
    posting = PostingRecord.objects.create(
        line=line,
        kind=kind,
        fen=entry.fen,
        day=entry.day,
        voucher=entry.voucher.strip(),
        note=masked(entry.note.strip()),
        by=actor,
        at=at,
    )
    _copy_sums(line.project)
    told = {"金额": yuan_text(entry.fen), "日期": entry.day.isoformat(), "凭证": posting.voucher, "说明": posting.note}
    event_append(act=kind.value, subject=str(line), actor=actor, at=at, after=told)
    return posting


def _copy_sums(project: ProjectRecord) -> None:
    whole = balance_of(PostingRecord.objects.filter(line__project=project), promised=0)
    project_money_note(project=project, budget=whole.budget, received=whole.received, spent=whole.spent)
