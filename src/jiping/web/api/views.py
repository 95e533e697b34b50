"""The page on which an account makes its tokens and reads how to use them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jiping.web.accounts.request import StaffRequest
from jiping.web.api.interface import api
from jiping.web.api.policy import require_evaluator
from jiping.web.api.selectors import tokens_of
from jiping.web.api.services import token_make, token_revoke


@require_http_methods(["GET", "POST"])
def tokens(request: StaffRequest) -> HttpResponse:
    """The account's tokens; a new one is shown once, in the answer to the act that made it."""
    require_evaluator(request.user)
    made = None
    if request.method == "POST":
        made = token_make(name=request.POST.get("name", ""), actor=request.user, at=request.now)
    context = {"tokens": tokens_of(request.user), "made": made, "acts": _acts()}
    return render(request, "api/tokens.html", context)


@require_POST
def revoke(request: StaffRequest, pk: int) -> HttpResponse:
    """Make a token worthless."""
    require_evaluator(request.user)
    token_revoke(pk=pk, actor=request.user, at=request.now)
    messages.info(request, "令牌已作废，用它的程序不能再读取。")
    return redirect("tokens")


def _acts() -> list[tuple[str, str, str, str]]:
    """Return method, address, title and words of everything programs can ask, from the OpenAPI itself."""
    paths = api.get_openapi_schema()["paths"]
    return [
        (method.upper(), path, told["summary"], told.get("description", ""))
        for path, methods in paths.items()
        for method, told in methods.items()
    ]
