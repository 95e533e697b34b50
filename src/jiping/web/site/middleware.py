"""What every request passes through: the clock, the door, and the one way faults are told."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from jiping.domain.errors import JipingError
from jiping.web.accounts.standing import first_due
from jiping.web.ui.told import incomplete

Answer = Callable[[HttpRequest], HttpResponse]
MISUSE = 422
_AWAKE_SECONDS = 60


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
            return _to_login(request)
        _stay_awake(request)
        due = first_due(request.user, request.now.date(), verified=request.user.is_verified())  # type: ignore[attr-defined]
        if due is not None and match.url_name not in {due, "logout"}:
            return redirect(due)
        return answer(request)

    return guarded


def _to_login(request: HttpRequest) -> HttpResponse:
    """Ask to log in; a browser that brings an old session is told that it ran out."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    path = htmx.current_url_abs_path if htmx else request.get_full_path()
    out = "&out" if settings.SESSION_COOKIE_NAME in request.COOKIES else ""
    address = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': path or '/'})}{out}"
    return HttpResponseClientRedirect(address) if htmx else redirect(address)


def _stay_awake(request: HttpRequest) -> None:
    """Put off the end of the session, at most once a minute: a write at every look at a page would slow all."""
    now = int(request.now.timestamp())  # type: ignore[attr-defined]
    if abs(now - request.session.get("seen", 0)) >= _AWAKE_SECONDS:
        request.session["seen"] = now


class _Faults:
    """Tell a fault as a sentence with a remedy, as the command line does."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._answer(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if isinstance(fault, ObjectDoesNotExist):
            raise Http404 from fault
        if isinstance(fault, MultiValueDictKeyError):
            fault = incomplete(fault.args[0])
        if not isinstance(fault, JipingError):
            return None
        template = "ui/_fault.html" if getattr(request, "htmx", False) else "ui/fault.html"
        return render(request, template, {"fault": fault}, status=MISUSE)


faults = _Faults
