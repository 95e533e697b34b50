"""Take a ledger export in: handed in by one, looked at as a preview, booked whole by another, or not at all."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.fen import yuan_text
from jiping.domain.masking import masked
from jiping.domain.posting import PostingKind
from jiping.domain.project import ImportState
from jiping.domain.roles import Role
from jiping.use_cases.goal_rules import rules_of
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.funds.ledger_file import file_rows
from jiping.web.funds.ledger_reading import Known, bookings
from jiping.web.funds.models import FundLineRecord, LedgerRecord, LedgerRowRecord, PostingRecord
from jiping.web.funds.policy import require
from jiping.web.funds.selectors import balance_now
from jiping.web.funds.services.booking import Entry, post
from jiping.web.projects.models import CostRecord


@transaction.atomic
def ledger_hand_in(*, data: bytes, name: str, year: int, actor: AccountRecord, at: datetime) -> LedgerRecord:
    """Keep a sound ledger for another to confirm; nothing is booked. Raises LedgerFaults with every wrong cell."""
    require("" if actor.duty is Role.CLERK else "账簿由经办导入。")
    digest = sha256(data).hexdigest()
    known_file = LedgerRecord.objects.filter(unit=actor.unit, digest=digest).exclude(state=ImportState.WITHDRAWN)
    if known_file.exists():
        raise JipingError("这个文件已经导入过。", remedy="内容没有变就不用再导。")
    found = bookings(file_rows(data, name), known_of(actor, year))
    ledger = LedgerRecord.objects.create(
        unit=actor.unit, year=year, file=masked(name)[:200], digest=digest, handed_by=actor, handed_at=at
    )
    LedgerRowRecord.objects.bulk_create(
        LedgerRowRecord(
            ledger=ledger,
            number=each.number,
            line=each.line,
            kind=each.kind,
            day=each.day,
            fen=each.fen,
            item=each.item,
            payee=masked(each.payee)[:120],
            voucher=each.voucher[:100],
        )
        for each in found
    )
    event_append(act="导入账簿", subject=str(ledger), actor=actor, at=at, after={"rows": len(found), "sha256": digest})
    return ledger


@transaction.atomic
def ledger_confirm(*, ledger: LedgerRecord, actor: AccountRecord, at: datetime) -> LedgerRecord:
    """Book every row of a ledger, or none where the books have moved since. Raises JipingError for whoever handed it in."""
    locked = _waiting(ledger, actor)
    lines = FundLineRecord.objects.select_for_update().filter(pk__in=locked.rows.values("line"))
    balances = {line.pk: balance_now(line) for line in lines}
    for row in locked.rows.select_related("line__project", "item"):
        balance = balances[row.line_id]
        arrival = row.kind == PostingKind.ARRIVAL
        room = balance.budget - balance.received if arrival else min(balance.free, balance.cash)
        if (
            row.fen > room
            or PostingRecord.objects.filter(line__project__unit=locked.unit, voucher=row.voucher).exists()
        ):
            raise JipingError(
                f"第 {row.number} 行 {yuan_text(row.fen)} 元现在记不下了。",
                why="导入之后账上又有变化。",
                remedy="请作废这次导入，重新导出账簿再导。",
            )
        note = f"{row.item}：{row.payee}" if row.item else "账簿导入"
        post(row.line, PostingKind(row.kind), Entry(row.fen, row.day, row.voucher, note), actor, at)
        balances[row.line_id] = balance_now(row.line)
    return _decide(locked, ImportState.BOOKED, "确认账簿", actor, at)


@transaction.atomic
def ledger_withdraw(*, ledger: LedgerRecord, actor: AccountRecord, at: datetime) -> LedgerRecord:
    """Set a ledger aside; nothing of it was booked."""
    return _decide(_waiting(ledger, actor), ImportState.WITHDRAWN, "作废账簿", actor, at)


def known_of(actor: AccountRecord, year: int) -> Known:
    """Return what a ledger of the actor's unit may name."""
    lines = FundLineRecord.objects.filter(project__unit=actor.unit, project__year=year).select_related("project__unit")
    costs = CostRecord.objects.filter(project__unit=actor.unit, project__year=year).select_related("project")
    postings = PostingRecord.objects.filter(line__project__unit=actor.unit, line__project__year=year)
    return Known(
        year=year,
        lines={(line.project.name, line.source): line for line in lines},
        items={(cost.project.name, cost.item): cost for cost in costs},
        balances={line.pk: balance_now(line) for line in lines},
        vouchers=frozenset(
            postings.filter(kind__in=(PostingKind.ARRIVAL, PostingKind.SPENT)).values_list("voucher", flat=True)
        ),
        pack=rules_of(actor.unit.name, year),
    )


def _waiting(ledger: LedgerRecord, actor: AccountRecord) -> LedgerRecord:
    locked = LedgerRecord.objects.select_for_update().get(pk=ledger.pk)
    own = actor.duty is Role.LEADER and actor.unit_id == locked.unit_id and actor.pk != locked.handed_by_id
    require("" if own else "账簿由本单位负责人确认，导入人不能自己确认。")
    if locked.state != ImportState.WAITING:
        raise JipingError(f"这份账簿已经“{locked.state}”。", remedy="不用再办。")
    return locked


def _decide(ledger: LedgerRecord, state: ImportState, act: str, actor: AccountRecord, at: datetime) -> LedgerRecord:
    ledger.state, ledger.decided_by = state, actor
    ledger.save(update_fields=["state", "decided_by"])
    event_append(act=act, subject=str(ledger), actor=actor, at=at, after={"state": state, "sha256": ledger.digest})
    return ledger
