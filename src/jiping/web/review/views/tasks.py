"""Tasks of rectification (整改)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.domain.roles import EVALUATORS, REVIEWERS, Role
from jiping.domain.task import TaskState
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.owed import tasks_visible_to
from jiping.web.review.selectors.tasks import task_choices, tasks_of
from jiping.web.review.services.tasks import task_accept, task_reopen

_PAGE_TASKS = 20


@require_GET
def tasks(request: StaffRequest) -> HttpResponse:
    """What is to be mended, by whom and until when."""
    if request.user.duty not in EVALUATORS:
        raise Http404
    today = request.now.date()
    show = request.GET.get("show", TaskState.OPEN.value)
    choices = task_choices(request.user, today)
    found = tasks_of(request.user, show, today)
    context = {
        "choices": choices,
        "show": show if show in {each.name for each in choices} else TaskState.OPEN.value,
        "page": Paginator(found, _PAGE_TASKS).get_page(request.GET.get("page")),
        "today": today,
        "answers": request.user.duty is Role.CLERK,
        "judges": request.user.duty in REVIEWERS,
    }
    return render(request, "review/tasks.html", context)


@require_POST
def accept(request: StaffRequest, pk: int) -> HttpResponse:
    """Accept a mending."""
    task_accept(task=tasks_visible_to(request.user).get(pk=pk), actor=request.user, at=request.now)
    messages.info(request, "整改已验收，这一项办结。")
    return redirect("tasks")


@require_POST
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask again."""
    reason = request.POST.get("reason", "")
    task_reopen(task=tasks_visible_to(request.user).get(pk=pk), reason=reason, actor=request.user, at=request.now)
    messages.info(request, "已退回填报单位继续整改。")
    return redirect("tasks")
