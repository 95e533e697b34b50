"""How the site is: for its keepers, and for whoever watches the server."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jiping import __version__
from jiping.domain.roles import ADMINISTRATORS
from jiping.web.accounts.request import StaffRequest
from jiping.web.site.checkup.run import quick, ready
from jiping.web.ui.admission import for_roles
from jiping.web.ui.public import public

_UNREADY = 503
_PLAIN = "text/plain; charset=utf-8"


@require_GET
@for_roles(*ADMINISTRATORS)
def system(request: StaffRequest) -> HttpResponse:
    """The same signs as `jiping doctor`, but for those that read the whole database."""
    return render(request, "site/system.html", {"signs": list(quick(request.now)), "version": __version__})


@public
@require_GET
def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type=_PLAIN)


@public
@require_GET
def readyz(_request: HttpRequest) -> HttpResponse:
    """The site can do its work; what hinders is named in one word, for anybody may ask."""
    hindered = ready()
    return HttpResponse(f"{hindered or 'ok'}\n", content_type=_PLAIN, status=_UNREADY if hindered else 200)
