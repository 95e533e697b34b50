"""An approved project through its year: changes of targets, and monitoring."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiping.use_cases.goal_rules import outlooks
from jiping.web.accounts.request import StaffRequest
from jiping.web.projects.forms import remedy_from, text, told_from, wanted_from
from jiping.web.projects.page import monitorings_of
from jiping.web.projects.policy import may_decide, may_report
from jiping.web.projects.selectors import pack_of, project_adjusted, project_monitored
from jiping.web.projects.services.adjusting import adjustment_ask, adjustment_decide
from jiping.web.projects.services.monitoring import monitoring_hand_in


@require_http_methods(["GET", "POST"])
def adjust(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask to change targets; see what was changed before."""
    found = project_adjusted(request.user, pk)
    if request.method == "GET":
        context = {"project": found, "may_ask": may_report(request.user, found)}
        return render(request, "projects/adjust.html", context | {"deciding": may_decide(request.user, found)})
    sent = request.POST.dict()
    wanted = wanted_from(sent, found.targets.all())
    adjustment_ask(project=found, wanted=wanted, reason=text(sent, "reason"), actor=request.user, at=request.now)
    messages.info(request, "调整已送负责人审批，批准前仍按原目标。")
    return redirect("project-adjust", pk)


@require_POST
def adjust_decide(request: StaffRequest, pk: int, adjustment: int) -> HttpResponse:
    """Let a change take effect, or refuse it."""
    found = project_adjusted(request.user, pk)
    sent = request.POST.dict()
    adjustment_decide(
        adjustment=found.adjustments.get(pk=adjustment),
        approve=text(sent, "decision") == "approve",
        opinion=text(sent, "opinion"),
        actor=request.user,
        at=request.now,
    )
    return redirect("project-adjust", pk)


@require_GET
def monitor(request: StaffRequest, pk: int) -> HttpResponse:
    """How far money and goals are at each of the pack's dates."""
    found = project_monitored(request.user, pk)
    pack = pack_of(found)
    context = {
        "project": found,
        "times": monitorings_of(found, pack, request.now.date()),
        "outlooks": tuple(outlooks(pack)),
        "causes": pack.words("deviation_causes"),
        "choices": pack.words("corrective_choices"),
        "reporting": may_report(request.user, found),
    }
    return render(request, "projects/monitor.html", context)


@require_POST
def monitor_hand_in(request: StaffRequest, pk: int, month: int) -> HttpResponse:
    """Hand a monitoring in."""
    found = project_monitored(request.user, pk)
    sent = request.POST.dict()
    monitoring_hand_in(
        project=found,
        month=month,
        told=told_from(sent, found.targets.all()),
        remedy=remedy_from(sent),
        actor=request.user,
        at=request.now,
    )
    messages.info(request, "监控已报送。")
    return redirect("project-monitor", pk)
