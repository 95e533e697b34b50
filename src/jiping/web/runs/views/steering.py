"""Acts on a run: ask, pause, resume, stop (asked twice), open a step, hand out files."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiping.web.accounts.request import StaffRequest
from jiping.web.runs.policy import require_run
from jiping.web.runs.selectors import run_whole
from jiping.web.runs.services.asking import run_ask
from jiping.web.runs.services.handing_out import exceptions_hand_out, file_hand_out
from jiping.web.runs.services.opening import step_open
from jiping.web.runs.services.steering import run_pause, run_resume, run_stop
from jiping.web.ui.told import number


@require_POST
def ask(request: StaffRequest) -> HttpResponse:
    """Start a job."""
    asked = run_ask(
        job=request.POST["job"],
        programme=request.POST["programme"],
        year=number(request.POST, "year"),
        actor=request.user,
        at=request.now,
    )
    return redirect("run", asked.pk)


@require_POST
def pause(request: StaffRequest, pk: int) -> HttpResponse:
    run_pause(run=run_whole(request.user, pk), actor=request.user, at=request.now)
    return redirect("run", pk)


@require_POST
def resume(request: StaffRequest, pk: int) -> HttpResponse:
    run_resume(run=run_whole(request.user, pk), actor=request.user, at=request.now)
    return redirect("run", pk)


@require_http_methods(["GET", "POST"])
def stop(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask once more what stopping means, then stop."""
    found = run_whole(request.user, pk)
    if request.method == "GET":
        require_run(request.user, found)
        return render(request, "runs/stop.html", {"run": found})
    run_stop(run=found, actor=request.user, at=request.now)
    messages.info(request, "已要求终止；正在写的一批写完就停。")
    return redirect("run", pk)


@require_POST
def open_step(request: StaffRequest, pk: int, position: int) -> HttpResponse:
    """Say that a step may begin: a notice, a seal, an approval, an order to the bank."""
    step_open(run=run_whole(request.user, pk), position=position, actor=request.user, at=request.now)
    return redirect("run", pk)


@require_GET
def file(request: StaffRequest, pk: int, name: str) -> HttpResponseBase:
    path = file_hand_out(run=run_whole(request.user, pk), name=name, actor=request.user, at=request.now)
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


@require_GET
def exceptions(request: StaffRequest, pk: int, exception: int) -> HttpResponse:
    """The cases of one class, as csv."""
    found = run_whole(request.user, pk)
    wanted = found.exceptions.get(pk=exception)
    page = exceptions_hand_out(run=found, exception=wanted, actor=request.user, at=request.now)
    answer = HttpResponse(page, content_type="text/csv; charset=utf-8")
    shown = content_disposition_header(as_attachment=True, filename=f"{wanted.title}.csv")
    answer["Content-Disposition"] = shown or "attachment"
    return answer
