"""The review board: counters, filters, rows, and the acts on several at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header, url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from jiping.domain.workflow import State
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.policy import may_judge
from jiping.web.filings.selectors import years_known
from jiping.web.review.policy import require_reviewer
from jiping.web.review.selectors.board import board_page, chosen_filings, filings_shown, units_below
from jiping.web.review.selectors.filters import PROBLEMS, VIEWS, filters_of
from jiping.web.review.selectors.results import pack_of_year
from jiping.web.review.selectors.tally import tally
from jiping.web.review.services.deciding import filings_pass, filings_return
from jiping.web.review.table import XLSX, board_sheet

_LABELS = ("应报项目", "已报送", "待我审核", "有必改问题", "自评与复算不一致", "退回待改")


@require_GET
def board(request: StaffRequest) -> HttpResponse:
    """All filings of a year in the reviewer's scope, gravest first."""
    require_reviewer(request.user)
    years = years_known(request.user)
    filters = filters_of(request.GET, years[0] if years else request.now.year - 1)
    pack = pack_of_year(request.user, filters.year)
    counts = tally(request.user, filters.year)
    page = board_page(request.user, filters, counts, pack)
    context = {
        "filters": filters,
        "years": years,
        "pack": pack,
        "counts": counts,
        "tiles": [
            (view, label, counts.of(view), filters.viewing(view)) for view, label in zip(VIEWS, _LABELS, strict=True)
        ],
        "page": page,
        "rows": [(each, may_judge(request.user, each)) for each in page.filings],
        "units": units_below(request.user),
        "problems": PROBLEMS.items(),
        "amounts": [str(row["name"]) for row in pack.table("risk_amounts")],
        "states": [state.value for state in State],
    }
    return render(request, "review/board.html", context)


@require_GET
def export(request: StaffRequest) -> HttpResponse:
    """The rows of the board's filters as a workbook."""
    require_reviewer(request.user)
    filters = filters_of(request.GET, request.now.year - 1)
    rows = filings_shown(request.user, filters, pack_of_year(request.user, filters.year))
    answer = HttpResponse(board_sheet(filters.year, rows), content_type=XLSX)
    answer["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=f"{filters.year}年度自评审核表.xlsx") or "attachment"
    )
    return answer


@require_POST
def bulk_pass(request: StaffRequest) -> HttpResponse:
    """Let the ticked filings pass."""
    number = filings_pass(records=_ticked(request), actor=request.user, at=request.now)
    messages.info(request, f"{number} 项已审核通过。")
    return back_to_board(request)


@require_POST
def bulk_return(request: StaffRequest) -> HttpResponse:
    """Send the ticked filings back with one text."""
    text = request.POST.get("text", "")
    number = filings_return(records=_ticked(request), text=text, actor=request.user, at=request.now)
    messages.info(request, f"{number} 项已退回修改，意见已发到填报单位。")
    return back_to_board(request)


def back_to_board(request: StaffRequest) -> HttpResponse:
    """Return to the page of the board the reviewer came from, with its filters."""
    came_from, board_url = request.META.get("HTTP_REFERER", ""), reverse("board")
    known = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    return redirect(came_from if known and f"{board_url}?" in came_from else board_url)


def _ticked(request: StaffRequest) -> tuple[FilingRecord, ...]:
    require_reviewer(request.user)
    return chosen_filings(request.user, [int(each) for each in request.POST.getlist("filing") if each.isdecimal()])
