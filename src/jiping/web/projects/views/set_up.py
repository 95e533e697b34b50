"""One project: its set-up, its targets with what the checks say, and the decision on it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.use_cases.goal_rules import aspects, outcomes
from jiping.web.accounts.request import StaffRequest
from jiping.web.projects.forms import cost_from, target_from, text, whole
from jiping.web.projects.page import page_of
from jiping.web.projects.policy import may_decide, may_prepare, may_report
from jiping.web.projects.selectors import library_left, pack_of, project_set_up
from jiping.web.projects.services.deciding import project_decide, project_submit
from jiping.web.projects.services.preparing import WORDS, assessment_save, cost_add, cost_remove, project_describe
from jiping.web.projects.services.targets import target_add, target_remove, target_save, weight_from


@require_GET
def project(request: StaffRequest, pk: int) -> HttpResponse:
    """Why, for how much, how assessed, what for."""
    return render(request, "projects/project.html", _seen(request, pk))


@require_POST
def describe(request: StaffRequest, pk: int) -> HttpResponse:
    """Write why and when."""
    sent = request.POST.dict()
    project_describe(
        project=project_set_up(request.user, pk),
        words={name: text(sent, name) for name in WORDS},
        version=whole(sent, "version", "版次"),
        actor=request.user,
        at=request.now,
    )
    return redirect("project", pk)


@require_POST
def cost(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a line to the estimate."""
    found = project_set_up(request.user, pk)
    cost_add(project=found, cost=cost_from(request.POST.dict()), actor=request.user, at=request.now)
    return redirect("project", pk)


@require_POST
def cost_out(request: StaffRequest, pk: int, cost: int) -> HttpResponse:
    """Take a line out."""
    cost_remove(project=project_set_up(request.user, pk), cost=cost, actor=request.user, at=request.now)
    return redirect("project", pk)


@require_POST
def assess(request: StaffRequest, pk: int) -> HttpResponse:
    """Write the ex-ante assessment."""
    found = project_set_up(request.user, pk)
    sent = request.POST.dict()
    texts = {aspect: text(sent, f"aspect-{number}") for number, (aspect, _) in enumerate(aspects(pack_of(found)), 1)}
    assessment_save(project=found, texts=texts, outcome=text(sent, "outcome"), actor=request.user, at=request.now)
    return redirect("project", pk)


@require_POST
def target(request: StaffRequest, pk: int) -> HttpResponse:
    """Declare an indicator."""
    found = project_set_up(request.user, pk)
    target_add(project=found, target=target_from(request.POST.dict()), actor=request.user, at=request.now)
    return redirect("project", pk)


@require_POST
def target_change(request: StaffRequest, pk: int, target: int) -> HttpResponse:
    """Save value and weight; answer with the table and what the checks now say."""
    sent = request.POST.dict()
    target_save(
        project=project_set_up(request.user, pk),
        pk=target,
        target=text(sent, "target"),
        weight=weight_from(text(sent, "weight")),
        actor=request.user,
        at=request.now,
    )
    return render(request, "projects/_targets.html", _seen(request, pk)) if request.htmx else redirect("project", pk)


@require_POST
def target_out(request: StaffRequest, pk: int, target: int) -> HttpResponse:
    """Take an indicator out."""
    target_remove(project=project_set_up(request.user, pk), pk=target, actor=request.user, at=request.now)
    return redirect("project", pk)


@require_POST
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send for approval."""
    project_submit(project=project_set_up(request.user, pk), actor=request.user, at=request.now)
    messages.info(request, "已送负责人审批。")
    return redirect("project", pk)


@require_POST
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Approve, or send back with an opinion."""
    sent = request.POST.dict()
    found = project_decide(
        project=project_set_up(request.user, pk),
        approve=text(sent, "decision") == "approve",
        opinion=text(sent, "opinion"),
        actor=request.user,
        at=request.now,
    )
    messages.info(request, f"项目现在“{found.state}”。")
    return redirect("project", pk)


def _seen(request: StaffRequest, pk: int) -> dict[str, object]:
    found = project_set_up(request.user, pk)
    pack = pack_of(found)
    editable = may_prepare(request.user, found)
    return {
        "project": found,
        "page": page_of(found, pack),
        "outcomes": tuple(outcomes(pack)),
        "library": library_left(found) if editable else (),
        "editable": editable,
        "deciding": may_decide(request.user, found),
        "reporting": may_report(request.user, found),
    }
