"""One filing beside the board, and what a reviewer does with it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.policy import visible_to
from jiping.web.review.policy import require_reviewer
from jiping.web.review.selectors.drawer import drawer_of
from jiping.web.review.services.deciding import filing_pass, filing_return
from jiping.web.review.services.taking_up import finding_drop, finding_excuse, finding_take_up
from jiping.web.review.views.board import back_to_board


@require_GET
def reviewing(request: StaffRequest, pk: int) -> HttpResponse:
    """The drawer; without htmx a page of its own."""
    require_reviewer(request.user)
    template = "review/_drawer.html" if request.htmx else "review/reviewing.html"
    return render(request, template, {"drawer": drawer_of(request.user, pk)})


@require_POST
def take_up(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a finding up into the return."""
    code, where = request.POST["code"], request.POST["where"]
    finding_take_up(record=_seen(request, pk), code=code, where=where, actor=request.user, at=request.now)
    return _changed(request, pk)


@require_POST
def drop(request: StaffRequest, pk: int, task: int) -> HttpResponse:
    """Drop what was taken up."""
    finding_drop(record=_seen(request, pk), task=task, actor=request.user, at=request.now)
    return _changed(request, pk)


@require_POST
def excuse(request: StaffRequest, pk: int) -> HttpResponse:
    """Excuse a finding."""
    finding_excuse(
        record=_seen(request, pk),
        code=request.POST["code"],
        where=request.POST["where"],
        reason=request.POST["reason"],
        actor=request.user,
        at=request.now,
    )
    return _changed(request, pk)


@require_POST
def send_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Return the filing with the text in the box."""
    text = request.POST.get("text", "")
    record = filing_return(record=_seen(request, pk), text=text, actor=request.user, at=request.now)
    messages.info(request, f"“{record.project}”已退回修改，意见已发到填报单位。")
    return back_to_board(request)


@require_POST
def let_pass(request: StaffRequest, pk: int) -> HttpResponse:
    """Let the filing pass."""
    record = filing_pass(record=_seen(request, pk), actor=request.user, at=request.now)
    messages.info(request, f"“{record.project}”已通过，现在“{record.state}”。")
    return back_to_board(request)


def _seen(request: StaffRequest, pk: int) -> FilingRecord:
    require_reviewer(request.user)
    return visible_to(request.user).get(pk=pk)


def _changed(request: StaffRequest, pk: int) -> HttpResponse:
    if not request.htmx:
        return redirect("reviewing", pk)
    return render(request, "review/_drawer.html", {"drawer": drawer_of(request.user, pk)})
