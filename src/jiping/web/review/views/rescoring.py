"""Re-scoring (复核): the unit's rows, and the reviewer's beside them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.review.deviation import kinds
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.selectors import filing_whole
from jiping.web.review.forms import told_of
from jiping.web.review.policy import require_reviewer
from jiping.web.review.selectors.rescoring import comparison_of
from jiping.web.review.services.rescoring import rescoring_save


@require_GET
def rescore(request: StaffRequest, pk: int) -> HttpResponse:
    """Both scores of every indicator, how far apart, and why."""
    require_reviewer(request.user)
    comparison = comparison_of(request.user, pk)
    context = {"comparison": comparison, "filing": comparison.filing, "kinds": kinds(comparison.judged.evaluation.pack)}
    return render(request, "review/rescore.html", context)


@require_POST
def save(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep the reviewer's values."""
    require_reviewer(request.user)
    record = filing_whole(request.user, pk)
    told = tuple(told_of(list(record.indicators.all()), request.POST))
    reviewed = rescoring_save(record=record, told=told, actor=request.user, at=request.now)
    messages.info(request, f"复核得分 {reviewed.score:.2f} 分，{reviewed.kind}；{len(told)} 项与自评不同的已记下。")
    return redirect("rescore", pk)
