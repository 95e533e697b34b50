"""Change a row of the sheet."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.selectors import (
    filing_whole,
)
from jiping.web.filings.services.answering import evidence_add
from jiping.web.filings.services.cells import Cell, StaleCell, cell_save, row_confirm, score_adopt
from jiping.web.filings.views.seen import seen
from jiping.web.ui.told import number

STALE = 409


@require_POST
def cell(request: StaffRequest, pk: int, row: int) -> HttpResponse:
    """Save one cell; answer with the row and, out of band, the score card."""
    record = filing_whole(request.user, pk)
    told = Cell(row, number(request.POST, "version"), request.POST["column"], request.POST["text"])
    try:
        cell_save(record=record, cell=told, actor=request.user, at=request.now)
    except StaleCell as stale:
        if not request.htmx:
            raise
        context = seen(request, pk) | {"stale": stale, "mine": told.text, "column": told.column}
        return render(request, "filings/_row_changed.html", context | _line(context, row), status=STALE)
    return _changed(request, pk, row)


@require_POST
def confirm(request: StaffRequest, pk: int, row: int) -> HttpResponse:
    """Confirm a row, or take it back."""
    row_confirm(record=filing_whole(request.user, pk), indicator=row, actor=request.user, at=request.now)
    return _changed(request, pk, row)


@require_POST
def adopt(request: StaffRequest, pk: int, row: int) -> HttpResponse:
    """Take the computed points."""
    score_adopt(record=filing_whole(request.user, pk), indicator=row, actor=request.user, at=request.now)
    return _changed(request, pk, row)


@require_POST
def evidence(request: StaffRequest, pk: int, row: int) -> HttpResponse:
    """Name a proof."""
    evidence_add(
        record=filing_whole(request.user, pk),
        indicator=row,
        title=request.POST["title"],
        number=request.POST.get("number"),
        actor=request.user,
        at=request.now,
    )
    return _changed(request, pk, row)


def _changed(request: StaffRequest, pk: int, row: int) -> HttpResponse:
    if not request.htmx:
        return redirect("filing", pk)
    context = seen(request, pk)
    return render(request, "filings/_row_changed.html", context | _line(context, row))


def _line(context: dict[str, Any], row: int) -> dict[str, Any]:
    return {"line": next(each for each in context["sheet"].lines if each.record.pk == row)}
