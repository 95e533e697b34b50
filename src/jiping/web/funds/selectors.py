"""Read a project's money: lines with their balances, payments, and the rates with what they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from jiping.domain.fund_rate import FundRate, Posting
from jiping.domain.posting import BUDGET, PostingKind
from jiping.domain.project import BINDING, PaymentState
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.policy import within
from jiping.web.funds.balance import Balance, balance_of
from jiping.web.funds.models import FundLineRecord, LedgerRecord, PaymentRecord, PostingRecord
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.policy import visible_to

OPEN = BINDING - {PaymentState.PAID}


@dataclass(frozen=True, slots=True)
class Line:
    """A source of money as its page shows it."""

    record: FundLineRecord
    balance: Balance


def projects_with_money(account: AccountRecord, year: int) -> QuerySet[ProjectRecord]:
    """Return the year's projects with the copies of their sums."""
    return visible_to(account).filter(year=year).order_by("unit__path", "pk")


def project_with_money(account: AccountRecord, pk: int) -> ProjectRecord:
    """Return one project with lines, bookings and estimate. Raises DoesNotExist for one the account may not see."""
    return visible_to(account).prefetch_related("fund_lines__postings", "costs").get(pk=pk)


def payments_of(project: ProjectRecord) -> QuerySet[PaymentRecord]:
    """Return the project's payments with their signatures, latest first."""
    return _payments().filter(line__project=project)


def payment_of(account: AccountRecord, pk: int) -> PaymentRecord:
    """Return one payment. Raises DoesNotExist for one the account may not see."""
    return _payments().get(within(account, "line__project__unit"), pk=pk)


def lines_of(project: ProjectRecord, payments: Iterable[PaymentRecord]) -> tuple[Line, ...]:
    """Return the lines with their balances, from rows already at hand."""
    promised: dict[int, int] = {}
    for each in payments:
        if each.state in OPEN:
            promised[each.line_id] = promised.get(each.line_id, 0) + each.fen
    return tuple(
        Line(line, balance_of(line.postings.all(), promised.get(line.pk, 0))) for line in project.fund_lines.all()
    )


def balance_now(line: FundLineRecord) -> Balance:
    """Return the balance of one line, from the database as it is now."""
    promised = sum(PaymentRecord.objects.filter(line=line, state__in=OPEN).values_list("fen", flat=True))
    return balance_of(line.postings.all(), promised)


def rates_of(project: ProjectRecord) -> tuple[FundRate, ...]:
    """Return arrival and execution, each with every booking it is computed from."""
    postings = [each for line in project.fund_lines.all() for each in line.postings.all()]
    budget = _side(postings, BUDGET)
    arrived, spent = _side(postings, {PostingKind.ARRIVAL}), _side(postings, {PostingKind.SPENT})
    whose = (project.unit.name, project.name, project.year)
    return (
        FundRate("资金到位率", "到账合计 ÷ 调整后预算", *whose, arrived, budget),
        FundRate("预算执行率", "支付合计 ÷ 调整后预算", *whose, spent, budget),
    )


def ledgers_of(account: AccountRecord) -> QuerySet[LedgerRecord]:
    """Return the ledgers handed in that `account` may see."""
    return LedgerRecord.objects.filter(within(account)).select_related("unit", "handed_by", "decided_by")


def _payments() -> QuerySet[PaymentRecord]:
    return PaymentRecord.objects.select_related(
        "line__project", "item", "asked_by", "paid_by", "posting"
    ).prefetch_related("approvals__leader")


def _side(postings: Iterable[PostingRecord], kinds: Iterable[PostingKind]) -> tuple[Posting, ...]:
    wanted = set(kinds)
    return tuple(
        Posting(each.kind, each.day.isoformat(), each.voucher, each.fen) for each in postings if each.kind in wanted
    )
