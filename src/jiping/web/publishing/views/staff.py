"""What reviewers do: choose what is shown, publish, withdraw."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiping.domain.workflow import State
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.policy import visible_to
from jiping.web.filings.selectors import years_known
from jiping.web.publishing.forms import parts_in
from jiping.web.publishing.selectors import choice_of, filings_to_publish, steps_now
from jiping.web.publishing.services.publishing import filing_publish
from jiping.web.publishing.services.withdrawing import publication_withdraw
from jiping.web.review.policy import require_reviewer

SHOWS = (("all", "全部"), (State.PASSED.name, "待公开"), (State.PUBLISHED.name, "已公开"))


@require_GET
def publishing(request: StaffRequest) -> HttpResponse:
    """The passed filings of a year, and what is public of them."""
    require_reviewer(request.user)
    years = years_known(request.user)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() else (years[0] if years else request.now.year - 1)
    found = list(filings_to_publish(request.user, year))
    show = request.GET.get("show", "all")
    shows = [(name, label, sum(_is(name, each.state) for each in found)) for name, label in SHOWS]
    rows = [each for each in found if _is(show, each.state)]
    context = {"rows": rows, "year": year, "years": years, "show": show, "shows": shows, "public": State.PUBLISHED}
    return render(request, "publishing/list.html", context)


@require_http_methods(["GET", "POST"])
def publication(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose what of a filing is shown, see what speaks against it, publish."""
    require_reviewer(request.user)
    if request.method == "POST":
        record = visible_to(request.user).get(pk=pk)
        parts = parts_in(request.POST) or frozenset()
        filing_publish(record=record, parts=parts, actor=request.user, at=request.now)
        messages.info(request, f"“{record.project}”已公开。")
        return redirect("publishing")
    choice = choice_of(request.user, pk, parts_in(request.GET))
    steps = steps_now(choice.evaluation.pack, choice.record, request.user)
    context = {
        "choice": choice,
        "filing": choice.record,
        "publication": choice.record.publications.filter(withdrawn_at=None).first(),
        "steps": steps,
        "publishing": any(each.target is State.PUBLISHED for each in steps),
        "withdrawing": any(each.source is State.PUBLISHED for each in steps),
    }
    template = "publishing/_privacy.html" if request.htmx else "publishing/choose.html"
    return render(request, template, context)


@require_POST
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a publication back."""
    require_reviewer(request.user)
    record = visible_to(request.user).get(pk=pk)
    publication_withdraw(record=record, reason=request.POST.get("reason", ""), actor=request.user, at=request.now)
    messages.info(request, f"“{record.project}”已撤回，公开页上不再显示。")
    return redirect("publishing")


def _is(show: str, state: str) -> bool:
    return show not in State.__members__ or State[show] == state
