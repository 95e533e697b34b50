"""What grades propose for the next budget (结果应用)."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jiping.domain.roles import EVALUATORS
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.selectors import years_known
from jiping.web.review.selectors.filters import filters_of
from jiping.web.review.selectors.results import grade_lines, pack_of_year, result_lines, results_of

_PAGE_RESULTS = 20


@require_GET
def results(request: StaffRequest) -> HttpResponse:
    """Grades, what they propose, and for which projects."""
    if request.user.duty not in EVALUATORS:
        raise Http404
    years = years_known(request.user)
    year = filters_of(request.GET, years[0] if years else request.now.year - 1).year
    pack = pack_of_year(request.user, year)
    found = results_of(request.user, year)
    page = Paginator(found, _PAGE_RESULTS).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "years": years,
        "pack": pack,
        "rule": pack.dated("budget_proposals"),
        "basis": pack.basis(pack.dated("budget_proposals").basis),
        "grades": grade_lines(found, pack),
        "page": page,
        "lines": result_lines(list(page.object_list), pack),
    }
    return render(request, "review/results.html", context)
