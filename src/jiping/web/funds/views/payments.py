"""A payment asked for, approved, returned, paid."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.domain.errors import JipingError
from jiping.domain.project import PaymentState
from jiping.web.accounts.request import StaffRequest
from jiping.web.funds.forms import day_needed, wanted_from
from jiping.web.funds.policy import not_approving, not_paying
from jiping.web.funds.selectors import payment_of, project_with_money
from jiping.web.funds.services.paying import payment_approve, payment_ask, payment_pay, payment_return
from jiping.web.projects.forms import text, whole


@require_POST
def ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for a payment."""
    sent = request.POST.dict()
    project = project_with_money(request.user, pk)
    line = project.fund_lines.filter(pk=whole(sent, "line", "资金来源")).first()
    if line is None:
        raise JipingError("没有选资金来源。", remedy="请选一项已有预算的来源。")
    payment = payment_ask(line=line, wanted=wanted_from(sent), actor=request.user, at=request.now)
    messages.info(request, f"已申请，按金额须“{payment.tier}”。")
    return redirect("payment", payment.pk)


@require_GET
def payment(request: StaffRequest, pk: int) -> HttpResponse:
    """One payment: who asked, who signed, what may be done next and by whom."""
    found = payment_of(request.user, pk)
    context = {
        "payment": found,
        "asked": found.state == PaymentState.ASKED,
        "approved": found.state == PaymentState.APPROVED,
        "not_approving": not_approving(request.user, found),
        "not_paying": not_paying(request.user, found),
        "today": request.now.date(),
    }
    return render(request, "funds/payment.html", context)


@require_POST
def approve(request: StaffRequest, pk: int) -> HttpResponse:
    """Sign."""
    sent = request.POST.dict()
    found = payment_approve(
        payment=payment_of(request.user, pk),
        opinion=text(sent, "opinion"),
        minutes=text(sent, "minutes"),
        actor=request.user,
        at=request.now,
    )
    messages.info(request, f"已签批，付款现在“{found.state}”。")
    return redirect("payment", pk)


@require_POST
def send_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Return with a reason."""
    found = payment_of(request.user, pk)
    payment_return(payment=found, reason=text(request.POST.dict(), "reason"), actor=request.user, at=request.now)
    return redirect("payment", pk)


@require_POST
def pay(request: StaffRequest, pk: int) -> HttpResponse:
    """Pay and book."""
    sent = request.POST.dict()
    payment_pay(
        payment=payment_of(request.user, pk),
        day=day_needed(sent, "day"),
        voucher=text(sent, "voucher"),
        actor=request.user,
        at=request.now,
    )
    messages.info(request, "已支付并记账。")
    return redirect("payment", pk)
