"""Pages of a filing; each reads through a selector or writes through one service."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from jiping.domain.workflow import State
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings import papers
from jiping.web.filings.comparison import differences
from jiping.web.filings.convert import filing_of
from jiping.web.filings.owed import tasks_of_project, tasks_visible_to
from jiping.web.filings.policy import may_edit
from jiping.web.filings.selectors import (
    acts_open,
    filing_judged,
    filing_whole,
    filings_of_year,
    other_state,
    todo_of,
    years_known,
)
from jiping.web.filings.services.answering import evidence_add, finding_waive
from jiping.web.filings.services.cells import Cell, StaleCell, cell_save, row_confirm, score_adopt
from jiping.web.filings.services.narrative import section_save
from jiping.web.filings.services.tasks import task_answer
from jiping.web.filings.services.workflow import filing_advance
from jiping.web.filings.sheet import Sheet, sheet_of
from jiping.web.filings.stages import stages

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
    context = _seen(request, pk)
    show = request.GET.get("show", "all")
    table: Sheet = context["sheet"]
    shows = (
        ("all", "全部", len(table.lines)),
        ("in_doubt", "待处理", table.pending),
        ("unproven", "缺佐证", table.unproven),
    )
    state = State(context["filing"].state)
    told = {
        "show": show,
        "shows": shows,
        "shown": table.only(show),
        "stages": stages(state),
        "papers": tuple(papers.MEDIA),
        "owed": tasks_of_project(context["filing"]),
    }
    return render(request, "filings/sheet.html", context | told)


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


@require_POST
def answer(request: StaffRequest, task: int) -> HttpResponse:
    """Say what was mended."""
    owed = tasks_visible_to(request.user).get(pk=task)
    task_answer(task=owed, answer=request.POST.get("answer", ""), actor=request.user, at=request.now)
    messages.info(request, "整改情况已报送，等审核人验收。")
    sheet = request.POST.get("sheet", "")
    return redirect("filing", int(sheet)) if sheet.isdecimal() else redirect("tasks")


def _seen(request: StaffRequest, pk: int) -> dict[str, Any]:
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


def _line(context: dict[str, Any], row: int) -> dict[str, Any]:
    return {"line": next(each for each in context["sheet"].lines if each.record.pk == row)}


@require_GET
def paper(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """The official document as it stands now."""
    if kind not in papers.MEDIA:
        raise Http404
    record = filing_whole(request.user, pk)
    answer = HttpResponse(papers.paper(filing_judged(record), kind), content_type=papers.MEDIA[kind])
    shown = content_disposition_header(as_attachment=kind != "pdf", filename=f"{record.project}.{kind}")
    answer["Content-Disposition"] = shown or "attachment"
    return answer


@require_GET
def report(request: StaffRequest, pk: int) -> HttpResponse:
    """The narrative, part by part, with what a reviewer would object to beside it."""
    return render(request, "filings/report.html", _seen(request, pk))


@require_POST
def section(request: StaffRequest, pk: int, section: int) -> HttpResponse:
    """Save one part of the narrative."""
    section_save(
        record=filing_whole(request.user, pk),
        section=section,
        version=int(request.POST["version"]),
        text=request.POST["text"],
        actor=request.user,
        at=request.now,
    )
    return redirect("report", pk)


@require_GET
def compare(request: StaffRequest, pk: int) -> HttpResponse:
    """The draft beside the version last handed in, or beside last year's."""
    record = filing_whole(request.user, pk)
    other = other_state(request.user, record, request.GET.get("with", "draft"))
    changed = () if other is None else tuple(differences(other.filing, filing_of(record)))
    return render(request, "filings/compare.html", {"filing": record, "other": other, "changed": changed})
