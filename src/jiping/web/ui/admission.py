"""Pages only some roles may know of: everybody else is told that they are not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase

from jiping.domain.roles import Role

View = Callable[..., HttpResponseBase]


def for_roles(*roles: Role) -> Callable[[View], View]:
    """Open a page to these roles only."""

    def admitting(view: View) -> View:
        @wraps(view)
        def admitted(request: Any, *words: Any, **told: Any) -> HttpResponseBase:
            if request.user.duty not in roles:
                raise Http404
            return view(request, *words, **told)

        return admitted

    return admitting
