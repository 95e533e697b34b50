"""Nobody asks so often that others wait: a limit a minute for each role, for visitors by their address."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jiping.use_cases.account_rules import VISITOR, requests_a_minute
from jiping.web.site.counting import Counter

Answer = Callable[[HttpRequest], HttpResponse]
TOO_MANY = 429


def limits(answer: Answer) -> Answer:
    """Count every request; turn away those above the limit until the minute is over."""
    counter = Counter(settings.SITE_FOLDER / "asked.sqlite3")

    def limited(request: HttpRequest) -> HttpResponse:
        user = request.user
        role, who = (user.role, f"#{user.pk}") if user.is_authenticated else (VISITOR, request.META["REMOTE_ADDR"])
        allowed = _allowed()
        now = request.now  # type: ignore[attr-defined]
        if counter.count(who, int(now.timestamp() // 60)) > allowed.get(role, allowed[VISITOR]):
            return _turned_away(request, 60 - now.second)
        return answer(request)

    return limited


@cache
def _allowed() -> dict[str, int]:
    return requests_a_minute(settings.CONFIG.day)


def _turned_away(request: HttpRequest, seconds: int) -> HttpResponse:
    response = render(request, "site/too_many.html", {"seconds": seconds}, status=TOO_MANY)
    response["Retry-After"] = str(seconds)
    return response
