"""Answer, write, go a step further."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.owed import tasks_visible_to
from jiping.web.filings.selectors import (
    filing_whole,
)
from jiping.web.filings.services.answering import finding_waive
from jiping.web.filings.services.narrative import section_save
from jiping.web.filings.services.tasks import task_answer
from jiping.web.filings.services.workflow import filing_advance
from jiping.web.ui.told import number


@require_POST
def section(request: StaffRequest, pk: int, section: int) -> HttpResponse:
    """Save one part of the narrative."""
    section_save(
        record=filing_whole(request.user, pk),
        section=section,
        version=number(request.POST, "version"),
        text=request.POST["text"],
        actor=request.user,
        at=request.now,
    )
    return redirect("report", pk)


@require_POST
def waive(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer for a finding with a reason."""
    finding_waive(
        record=filing_whole(request.user, pk),
        code=request.POST["code"],
        where=request.POST.get("where") or None,
        reason=request.POST["reason"],
        actor=request.user,
        at=request.now,
    )
    messages.info(request, "理由已记下，这条意见不再列为待处理。")
    return redirect("filing", pk)


@require_POST
def answer(request: StaffRequest, task: int) -> HttpResponse:
    """Say what was mended."""
    owed = tasks_visible_to(request.user).get(pk=task)
    task_answer(task=owed, answer=request.POST.get("answer", ""), actor=request.user, at=request.now)
    messages.info(request, "整改情况已报送，等审核人验收。")
    sheet = request.POST.get("sheet", "")
    return redirect("filing", int(sheet)) if sheet.isdecimal() else redirect("tasks")


@require_POST
def advance(request: StaffRequest, pk: int) -> HttpResponse:
    """Do a step of the workflow."""
    record = filing_advance(
        record=filing_whole(request.user, pk),
        act=request.POST["act"],
        reason=request.POST.get("reason", ""),
        actor=request.user,
        at=request.now,
    )
    messages.info(request, f"已{request.POST['act']}，现在“{record.state}”。")
    return redirect(request.POST.get("next") or "todo")
