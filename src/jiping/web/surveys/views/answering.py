"""The page a phone opens: one question a screen, everything in one form, no login and no script needed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jiping.web.surveys.models import CodeRecord, SurveyState
from jiping.web.surveys.selectors import code_named, questions_of
from jiping.web.surveys.services.replying import AlreadyAnswered, reply_take
from jiping.web.ui.patience import forget, note_wrong, require_patience
from jiping.web.ui.public import public

DOOR = "survey"
UNKNOWN = 404


@public
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Show the question that is next, or take the whole when all are answered."""
    require_patience(DOOR, request)
    found = code_named(code)
    if found is None:
        note_wrong(DOOR, request)
        return render(
            request,
            "surveys/over.html",
            {"said": "没有这个邀请码", "more": "请核对信上的邀请码，或再扫一次二维码。"},
            status=UNKNOWN,
        )
    forget(DOOR, request)
    today = request.now.date()  # type: ignore[attr-defined]
    if found.used:
        return _over(request, found, "谢谢，您的回答已经收到", "每份邀请只答一次，不记录姓名和身份证号。")
    if found.survey.state != SurveyState.OPEN or today > found.survey.closes_on:
        return _over(request, found, "这项调查已经结束", "谢谢您，以后的调查请再参加。")
    return _asked(request, found)


def _asked(request: HttpRequest, found: CodeRecord) -> HttpResponse:
    asked = questions_of(found.survey)
    labels = {each.label for each in asked.options}
    told = {place: request.POST.get(f"a{place}", "") for place in range(len(asked.items))}
    given = {place: label for place, label in told.items() if label in labels}
    at = int(request.POST.get("at") or 0) if request.POST.get("at", "0").isdigit() else 0
    place = max(at - 1, 0) if "back" in request.POST else next((p for p in told if p not in given), None)
    if place is None:
        try:
            ticks = {asked.items[p].code: label for p, label in given.items()}
            reply_take(code=found, ticks=ticks, at=request.now)  # type: ignore[attr-defined]
        except AlreadyAnswered:
            pass  # the second of two clicks: what it wanted is done
        return redirect(request.path)
    shown: dict[str, Any] = {
        "survey": found.survey,
        "item": asked.items[place],
        "place": place,
        "options": asked.options,
        "items": range(len(asked.items)),
        "chosen": given.get(place),
        "kept": [(p, label) for p, label in given.items() if p != place],
        "last": place == len(asked.items) - 1,
        "missing": request.method == "POST" and "back" not in request.POST and place == at,
    }
    return render(request, "surveys/question.html", shown)


def _over(request: HttpRequest, found: CodeRecord, said: str, more: str) -> HttpResponse:
    return render(request, "surveys/over.html", {"survey": found.survey, "said": said, "more": more})
