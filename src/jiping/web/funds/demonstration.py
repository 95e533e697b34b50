"""The demo's money: a budget for each project, a payment with all its signatures, a ledger for the rest; all of it made up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from jiping.domain.fen import yuan_text
from jiping.use_cases.fund_rules import sources, tier_of
from jiping.web.accounts.models import AccountRecord
from jiping.web.funds.models import FundLineRecord
from jiping.web.funds.services.booking import Entry, arrival_add, budget_add
from jiping.web.funds.services.ledger import ledger_confirm, ledger_hand_in
from jiping.web.funds.services.paying import Wanted, payment_approve, payment_ask, payment_pay
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.selectors import pack_of

_PAYEE = "演示收款单位"
_HEADING = "日期,类型,项目名称,资金来源,用途,收款人,金额,凭证号"


@dataclass(frozen=True, slots=True)
class Hands:
    """Who asks, who approves and who pays."""

    clerk: AccountRecord
    leader: AccountRecord
    cashier: AccountRecord


def fill(projects: Sequence[ProjectRecord], *, hands: Hands, at: datetime) -> None:
    """Give each project what its estimate says, all of it come in and paid; what one leader may sign is paid by hand."""
    lines = [_budgeted(project, number, hands.clerk, at) for number, project in enumerate(projects, 1)]
    small = [line for line in lines if tier_of(pack_of(line.project), _fen(line)).approvals == 1]
    for line in small:
        _paid_by_hand(line, hands, at)
    for year in sorted({line.project.year for line in lines}):
        _paid_by_ledger([line for line in lines if line not in small and line.project.year == year], hands, at)


def _budgeted(project: ProjectRecord, number: int, clerk: AccountRecord, at: datetime) -> FundLineRecord:
    source = next(source for source, carried in sources(pack_of(project)).items() if not carried)
    fen = sum(each.fen for each in project.costs.all())
    entry = Entry(fen, date(project.year, 1, 15), f"演示-批复-{number}")
    return budget_add(project=project, source=source, entry=entry, actor=clerk, at=at)


def _paid_by_hand(line: FundLineRecord, hands: Hands, at: datetime) -> None:
    year, fen, item = line.project.year, _fen(line), line.project.costs.all()[0].item
    entry = Entry(fen, date(year, 3, 5), f"演示-到账-{line.pk}")
    arrival_add(line=line, entry=entry, actor=hands.clerk, at=at)
    wanted = Wanted(item, _PAYEE, f"{line.project.name}（演示）", fen)
    payment = payment_ask(line=line, wanted=wanted, actor=hands.clerk, at=at)
    payment_approve(payment=payment, opinion="演示", minutes="", actor=hands.leader, at=at)
    day, voucher = date(year, 11, 20), f"演示-付款-{line.pk}"
    payment_pay(payment=payment, day=day, voucher=voucher, actor=hands.cashier, at=at)


def _paid_by_ledger(lines: Sequence[FundLineRecord], hands: Hands, at: datetime) -> None:
    if not lines:
        return
    year = lines[0].project.year
    data = "\n".join((_HEADING, *_ledger_rows(lines))).encode()
    ledger = ledger_hand_in(data=data, name=f"演示账簿-{year}.csv", year=year, actor=hands.clerk, at=at)
    ledger_confirm(ledger=ledger, actor=hands.leader, at=at)


def _ledger_rows(lines: Iterable[FundLineRecord]) -> Iterable[str]:
    for line in lines:
        project, yuan = line.project, yuan_text(_fen(line)).replace(",", "")
        item = project.costs.all()[0].item
        yield f"{project.year}-03-05,到账,{project.name},{line.source},,,{yuan},演示-到账-{line.pk}"
        yield f"{project.year}-11-20,支付,{project.name},{line.source},{item},{_PAYEE},{yuan},演示-付款-{line.pk}"


def _fen(line: FundLineRecord) -> int:
    return sum(each.fen for each in line.project.costs.all())
