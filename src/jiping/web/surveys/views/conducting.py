"""What staff see and do: design, slips with codes, paper, closing."""

from datetime import date
from typing import Any

import segno
from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiping.domain.errors import JipingError
from jiping.web.accounts.request import StaffRequest
from jiping.web.surveys.policy import may_conduct, require_conduct
from jiping.web.surveys.selectors import (
    came_in,
    folder_of,
    programmes_offered,
    questions_of,
    slips,
    survey_whole,
    surveys_seen,
)
from jiping.web.surveys.services.closing import survey_close
from jiping.web.surveys.services.drawing import LIST, Design, survey_draw
from jiping.web.surveys.services.replying import paper_enter
from jiping.web.ui.told import number, number_or

SLIPS = 48


@require_GET
def surveys(request: StaffRequest) -> HttpResponse:
    """All surveys, and the form that begins one."""
    told = {"surveys": surveys_seen(request.user), "programmes": programmes_offered(), "year": request.now.year - 1}
    return render(request, "surveys/list.html", told)


@require_POST
def draw(request: StaffRequest) -> HttpResponse:
    """Begin a survey."""
    try:
        closes = date.fromisoformat(request.POST["closes_on"])
    except ValueError:
        raise JipingError("截止日期写得不对。", remedy="请写成 2025-03-31 的样子。") from None
    design = Design(request.POST["programme"], number(request.POST, "year"), closes)
    return redirect("survey", survey_draw(design=design, actor=request.user, at=request.now).pk)


@require_GET
def survey(request: StaffRequest, pk: int) -> HttpResponse:
    """One survey: its sample, how many came in, and once it is closed what it proves."""
    return render(request, "surveys/survey.html", _seen(request, pk))


@require_GET
def slip_sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """Slips to cut out and enclose, each with its code and a square for the phone."""
    found = survey_whole(request.user, pk)
    require_conduct(request.user, found)
    first = max(number_or(request.GET, "from", 1), 1)
    told = [(slip, _square(request, slip.code)) for slip in slips(found, first, SLIPS)]
    following = first + SLIPS if first + SLIPS <= found.invited else None
    return render(request, "surveys/slips.html", {"survey": found, "slips": told, "following": following})


def _square(request: StaffRequest, code: str) -> str:
    address = request.build_absolute_uri(reverse("survey_answer", args=[code]))
    drawn = segno.make(address, error="m").svg_inline(scale=3, border=2, omitsize=True)
    return mark_safe(drawn)  # noqa: S308 - drawn by ourselves from our own address


@require_http_methods(["GET", "POST"])
def paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Enter what came back on paper."""
    found = survey_whole(request.user, pk)
    asked = questions_of(found)
    if request.method == "GET":
        require_conduct(request.user, found)
        return render(request, "surveys/paper.html", {"survey": found, "asked": asked})
    ticks = {each.code: request.POST.get(f"a{place}", "") for place, each in enumerate(asked.items)}
    paper_enter(survey=found, code=request.POST["code"], ticks=ticks, actor=request.user, at=request.now)
    messages.info(request, "这份问卷已计入，可以录下一份。")
    return redirect("survey_paper", pk)


@require_POST
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """End a survey."""
    survey_close(survey=survey_whole(request.user, pk), actor=request.user, at=request.now)
    return redirect("survey", pk)


@require_GET
def sample(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Whom to send a letter; no code stands in it."""
    found = survey_whole(request.user, pk)
    require_conduct(request.user, found)
    path = folder_of(found) / LIST
    if not path.is_file():
        raise JipingError("抽样名单不见了。", remedy="请系统管理员从备份恢复站点的文件夹。")
    return FileResponse(path.open("rb"), as_attachment=True, filename=LIST)


def _seen(request: StaffRequest, pk: int) -> dict[str, Any]:
    found = survey_whole(request.user, pk)
    came = came_in(found)
    return {
        "survey": found,
        "asked": questions_of(found),
        "came": came,
        "all_came": sum(came.values()),
        "open": may_conduct(request.user, found),
    }
