"""Samples for review (复核抽样): drawn by a seed, kept with everything needed to draw them again."""

import json

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.domain.errors import JipingError
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.selectors import years_known
from jiping.web.review.forms import DrawForm
from jiping.web.review.models import DrawRecord
from jiping.web.review.policy import SAMPLE_READERS
from jiping.web.review.services.drawing import draw_make


@require_GET
def samples(request: StaffRequest) -> HttpResponse:
    """The draws made, and the form for another."""
    _require_reader(request)
    draws = DrawRecord.objects.select_related("by").defer("content")[:50]
    context = {"draws": draws, "years": years_known(request.user), "may_draw": request.user.duty.value == "bureau"}
    return render(request, "review/samples.html", context)


@require_POST
def draw(request: StaffRequest) -> HttpResponse:
    """Draw a sample."""
    _require_reader(request)
    form = DrawForm(request.POST)
    if not form.is_valid():
        raise JipingError(
            "抽样的年度、种子或份数不对。", remedy="年度写四位数字；种子不超过 60 字；份数写正整数，或留空按比例抽。"
        )
    drawn = draw_make(actor=request.user, at=request.now, **form.cleaned_data)
    messages.info(request, f"抽中 {drawn.drawn} 份，抽样记录已封存。")
    return redirect("sample", drawn.pk)


@require_GET
def sample(request: StaffRequest, pk: int) -> HttpResponse:
    """One draw: how it was made, and what it brought."""
    _require_reader(request)
    drawn = DrawRecord.objects.select_related("by").get(pk=pk)
    filings = drawn.filings.select_related("filing__unit", "filing__reviewed")
    return render(request, "review/sample.html", {"draw": drawn, "told": json.loads(drawn.content), "drawn": filings})


@require_GET
def record(request: StaffRequest, pk: int) -> HttpResponse:
    """The record as a file, for whoever draws again."""
    _require_reader(request)
    drawn = DrawRecord.objects.get(pk=pk)
    answer = HttpResponse(drawn.content, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="sample-{drawn.year}-{drawn.pk}.json"'
    return answer


def _require_reader(request: StaffRequest) -> None:
    if request.user.duty not in SAMPLE_READERS:
        raise Http404
