"""What every request passes through: the clock, the door, and the one way faults are told."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve
from django.utils import timezone

from jiping.domain.errors import JipingError

Answer = Callable[[HttpRequest], HttpResponse]
MISUSE = 422


def clock(answer: Answer) -> Answer:
    """Give every request its moment: services are handed it and never look at a clock themselves."""

    def timed(request: HttpRequest) -> HttpResponse:
        now = timezone.localtime()
        request.now = datetime.combine(settings.TODAY, now.timetz()) if settings.TODAY else now  # type: ignore[attr-defined]
        return answer(request)

    return timed


def staff_only(answer: Answer) -> Answer:
    """Let nobody in without logging in, but for the pages that say they are public."""

    def guarded(request: HttpRequest) -> HttpResponse:
        match = resolve(request.path_info)
        if getattr(match.func, "is_public", False):
            return answer(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if request.user.must_change_password and match.url_name not in {"password", "logout"}:
            return redirect("password")
        return answer(request)

    return guarded


class _Faults:
    """Tell a fault as a sentence with a remedy, as the command line does."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._answer(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if isinstance(fault, ObjectDoesNotExist):
            raise Http404 from fault
        if not isinstance(fault, JipingError):
            return None
        template = "ui/_fault.html" if getattr(request, "htmx", False) else "ui/fault.html"
        return render(request, template, {"fault": fault}, status=MISUSE)


faults = _Faults
