"""Pages of proof: the figures a filing may take, and the records behind a receipt."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jiping.use_cases.receipt import open_rows
from jiping.use_cases.receipt import receipt as receipt_named
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.measured import data_of, offers
from jiping.web.filings.models import EvidenceRecord
from jiping.web.filings.policy import may_edit
from jiping.web.filings.selectors import filing_whole
from jiping.web.filings.services.measuring import figures_take

ROWS = 50


@require_http_methods(["GET", "POST"])
def figures(request: StaffRequest, pk: int) -> HttpResponse:
    """What runs and surveys prove beside what the rows say; those ticked are taken."""
    record = filing_whole(request.user, pk)
    if request.method == "GET":
        told = {"filing": record, "offers": offers(request.user, record), "editable": may_edit(request.user, record)}
        return render(request, "filings/figures.html", told)
    rows = {int(each) for each in request.POST.getlist("row") if each.isdigit()}
    taken = figures_take(record=record, rows=rows, actor=request.user, at=request.now)
    messages.info(request, f"已取 {len(taken)} 项完成值，凭据挂在评分依据里；分数没有改。")
    return redirect("filing", pk)


@require_GET
def receipt(request: StaffRequest, pk: int, receipt: str) -> HttpResponse:
    """A receipt of this filing: the figure, how it came about, and the first records behind it, persons masked."""
    record = filing_whole(request.user, pk)
    proof = get_object_or_404(EvidenceRecord, indicator__filing=record, receipt=receipt)
    data = data_of(receipt)
    measured = receipt_named(receipt, data)
    sides = open_rows(measured, data, ROWS)
    told = {"filing": record, "proof": proof, "measured": measured, "sides": sides, "rows": ROWS}
    return render(request, "filings/receipt.html", told)
