"""Pages of a filing; each reads through a selector or writes through one service."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.policy import may_edit
from jiping.web.filings.selectors import acts_open, filing_judged, filing_whole, filings_of_year, todo_of, years_known
from jiping.web.filings.services.answering import evidence_add, finding_waive
from jiping.web.filings.services.cells import Cell, StaleCell, cell_save, row_confirm, score_adopt
from jiping.web.filings.services.workflow import filing_advance
from jiping.web.filings.sheet import sheet_of

STALE = 409


@require_GET
def todo(request: StaffRequest) -> HttpResponse:
    """What waits for this person, nearest first."""
    return render(request, "filings/todo.html", {"waiting": todo_of(request.user)})


@require_GET
def filings(request: StaffRequest) -> HttpResponse:
    """The filings of a year."""
    years = years_known(request.user)
    year = int(request.GET.get("year") or (years[0] if years else request.now.year - 1))
    found = filings_of_year(request.user, year)
    return render(request, "filings/list.html", {"filings": found, "year": year, "years": years})


@require_GET
def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """The score table with live points and findings."""
    return render(request, "filings/sheet.html", _seen(request, pk))


@require_POST
def cell(request: StaffRequest, pk: int, row: int) -> HttpResponse:
    """Save one cell; answer with the row and, out of band, the score card."""
    record = filing_whole(request.user, pk)
    told = Cell(row, int(request.POST["version"]), request.POST["column"], request.POST["text"])
    try:
        cell_save(record=record, cell=told, actor=request.user, at=request.now)
    except StaleCell as stale:
        if not request.htmx:
            raise
        context = _seen(request, pk) | {"stale": stale, "mine": told.text, "column": told.column}
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


@require_POST
def waive(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer for a finding with a reason."""
    finding_waive(
        record=filing_whole(request.user, pk),
        code=request.POST["code"],
        where=request.POST.get("where") or None,
        reason=request.POST["reason"],
        actor=request.user,
        at=request.now,
    )
    messages.info(request, "理由已记下，这条意见不再列为待处理。")
    return redirect("filing", pk)


@require_POST
def advance(request: StaffRequest, pk: int) -> HttpResponse:
    """Do a step of the workflow."""
    record = filing_advance(
        record=filing_whole(request.user, pk),
        act=request.POST["act"],
        reason=request.POST.get("reason", ""),
        actor=request.user,
        at=request.now,
    )
    messages.info(request, f"已{request.POST['act']}，现在“{record.state}”。")
    return redirect(request.POST.get("next") or "todo")


def _seen(request: StaffRequest, pk: int) -> dict[str, object]:
    record = filing_whole(request.user, pk)
    judged = filing_judged(record)
    return {
        "filing": record,
        "judged": judged,
        "sheet": sheet_of(record, judged),
        "acts": acts_open(record, judged, request.user),
        "editable": may_edit(request.user, record),
    }


def _changed(request: StaffRequest, pk: int, row: int) -> HttpResponse:
    if not request.htmx:
        return redirect("filing", pk)
    context = _seen(request, pk)
    return render(request, "filings/_row_changed.html", context | _line(context, row))


def _line(context: dict[str, object], row: int) -> dict[str, object]:
    return {"line": next(each for each in context["sheet"].lines if each.record.pk == row)}  # type: ignore[attr-defined]
