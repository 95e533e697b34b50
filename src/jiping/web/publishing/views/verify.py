"""Whether a paper is genuine, for anybody who holds one."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jiping.domain.errors import JipingError
from jiping.printing.verifying import Paper
from jiping.web.publishing.forms import PaperForm
from jiping.web.publishing.genuine import is_digest, sealed_version, statement, tidy
from jiping.web.ui.pace import paced
from jiping.web.ui.public import public

UNKNOWN = 404


@public
@require_http_methods(["GET", "POST"])
@paced(30, 60)
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a code. What a person types of a statement is posted, so it stands in no address and no log."""
    if request.method == "GET":
        return render(request, "publishing/verify.html", {"form": PaperForm(), "at": "verify"})
    form = PaperForm(request.POST)
    if not form.is_valid():
        return render(request, "publishing/verify.html", {"form": form, "at": "verify"}, status=422)
    told = form.cleaned_data
    if is_digest(told["code"]):
        return redirect("verify_code", tidy(told["code"]))
    paper = Paper(**{name: told[name] or None for name in told if name != "code"})
    context = {"form": form, "asked": True, "at": "verify"} | _statement(told["code"], paper)
    return render(request, "publishing/verify.html", context)


@public
@require_GET
@paced(30, 60)
def verify_code(request: HttpRequest, code: str) -> HttpResponse:
    """Answer for a code in the address: printed under a paper, or scanned from a statement's square."""
    if not is_digest(code):
        context = {"form": PaperForm(), "asked": True, "at": "verify"} | _statement(code, Paper())
        return render(request, "publishing/verify.html", context)
    found = sealed_version(code)
    context = {"form": PaperForm(initial={"code": code}), "asked": True, "at": "verify", "found": found, "code": code}
    return render(request, "publishing/verify.html", context, status=200 if found else UNKNOWN)


def _statement(said: str, paper: Paper) -> dict[str, object]:
    try:
        return {"of_statement": True, "genuine": statement(said, paper, settings.DATA_FOLDER)}
    except JipingError as fault:
        return {"of_statement": True, "fault": fault}
