"""A polite limit on how often one address may ask: pages without login are for people, not for programs that try codes."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOO_MANY = 429
View = TypeVar("View", bound=Callable[..., HttpResponse])


def paced(times: int, seconds: int) -> Callable[[View], View]:
    """Answer an address at most `times` in so many `seconds`; then it is told when to come again."""

    def limit(view: View) -> View:
        @wraps(view)
        def limited(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
            if asked_too_often(f"{view.__module__}.{view.__name__}:{request.META.get('REMOTE_ADDR')}", times, seconds):
                return too_often(request, seconds)
            return view(request, *arguments, **named)

        return cast("View", limited)

    return limit


def asked_too_often(who: str, times: int, seconds: int) -> bool:
    """Count one more asking of `who`; tell whether it is beyond `times` since the first one, `seconds` ago at most."""
    key = f"pace:{who}"
    if cache.add(key, 1, seconds):
        return False
    try:
        return cache.incr(key) > times
    except ValueError:  # it ran out between the two
        return False


def too_often(request: HttpRequest, seconds: int) -> HttpResponse:
    """Return the page that asks for patience."""
    answer = render(request, "ui/too_often.html", {"minutes": -(-seconds // 60)}, status=TOO_MANY)
    answer["Retry-After"] = str(seconds)
    return answer
