"""The projects of a year, and how a new one begins."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.domain.roles import Role
from jiping.web.accounts.request import StaffRequest
from jiping.web.projects.forms import text, whole
from jiping.web.projects.selectors import project_set_up, projects_of_year, rollable, years_known
from jiping.web.projects.services.preparing import project_create
from jiping.web.projects.services.rolling import project_roll_over


@require_GET
def projects(request: StaffRequest) -> HttpResponse:
    """The projects of a year with their money and state; where none is asked for, the latest that has any."""
    mine = request.user.duty is Role.CLERK
    known, today = years_known(request.user), request.now.year
    year = whole(request.GET.dict(), "year", "年度") if "year" in request.GET else (known or [today])[0]
    years = sorted({*known, *([today] if mine else [])}, reverse=True)
    context = {
        "projects": projects_of_year(request.user, year),
        "year": year,
        "years": years,
        "rollable": rollable(request.user, year) if mine else (),
        "may_create": mine,
    }
    return render(request, "projects/list.html", context)


@require_POST
def create(request: StaffRequest) -> HttpResponse:
    """Begin a project."""
    year = whole(request.POST.dict(), "year", "年度")
    project = project_create(name=text(request.POST.dict(), "name"), year=year, actor=request.user, at=request.now)
    return redirect("project", project.pk)


@require_POST
def roll_over(request: StaffRequest, pk: int) -> HttpResponse:
    """Take last year's project over."""
    project = project_roll_over(former=project_set_up(request.user, pk), actor=request.user, at=request.now)
    return redirect("project", project.pk)
