"""Doubts about statements, for the clerk."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.web.accounts.request import StaffRequest
from jiping.web.runs.policy import may_run
from jiping.web.runs.selectors import run_whole
from jiping.web.runs.services.disputing import dispute_answer


@require_GET
def disputes(request: StaffRequest, pk: int) -> HttpResponse:
    found = run_whole(request.user, pk)
    told = {
        "run": found,
        "disputes": found.disputes.select_related("answered_by"),
        "mine": may_run(request.user, found),
    }
    return render(request, "runs/disputes.html", told)


@require_POST
def answer(request: StaffRequest, pk: int, dispute: int) -> HttpResponse:
    found = run_whole(request.user, pk)
    wanted = found.disputes.get(pk=dispute)
    dispute_answer(dispute=wanted, answer=request.POST.get("answer", ""), actor=request.user, at=request.now)
    return redirect("run_disputes", pk)
