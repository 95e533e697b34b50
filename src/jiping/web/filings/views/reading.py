"""Look at filings: the list, the sheet, the narrative, what changed, the papers."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from jiping.domain.workflow import State
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings import papers
from jiping.web.filings.comparison import differences
from jiping.web.filings.convert import filing_of
from jiping.web.filings.owed import tasks_of_project
from jiping.web.filings.selectors import (
    filing_judged,
    filing_whole,
    filings_of_year,
    other_state,
    todo_of,
    years_known,
)
from jiping.web.filings.sheet import Sheet
from jiping.web.filings.stages import stages
from jiping.web.filings.views.seen import seen
from jiping.web.ui.told import number_or


@require_GET
def todo(request: StaffRequest) -> HttpResponse:
    """What waits for this person, nearest first."""
    return render(request, "filings/todo.html", {"waiting": todo_of(request.user)})


@require_GET
def filings(request: StaffRequest) -> HttpResponse:
    """The filings of a year."""
    years = years_known(request.user)
    year = number_or(request.GET, "year", years[0] if years else request.now.year - 1)
    found = filings_of_year(request.user, year)
    return render(request, "filings/list.html", {"filings": found, "year": year, "years": years})


@require_GET
def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """The score table with live points and findings."""
    context = seen(request, pk)
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


@require_GET
def report(request: StaffRequest, pk: int) -> HttpResponse:
    """The narrative, part by part, with what a reviewer would object to beside it."""
    return render(request, "filings/report.html", seen(request, pk))


@require_GET
def compare(request: StaffRequest, pk: int) -> HttpResponse:
    """The draft beside the version last handed in, or beside last year's."""
    record = filing_whole(request.user, pk)
    other = other_state(request.user, record, request.GET.get("with", "draft"))
    changed = () if other is None else tuple(differences(other.filing, filing_of(record)))
    return render(request, "filings/compare.html", {"filing": record, "other": other, "changed": changed})


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
