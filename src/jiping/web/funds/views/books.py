"""The money of a year and of one project: budget, arrivals, rates and their receipts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.domain.errors import JipingError
from jiping.use_cases.fund_rules import sources, tiers
from jiping.web.accounts.request import StaffRequest
from jiping.web.funds.forms import entry_from
from jiping.web.funds.policy import may_book
from jiping.web.funds.selectors import lines_of, payments_of, project_with_money, projects_with_money, rates_of
from jiping.web.funds.services.booking import arrival_add, budget_add, budget_change
from jiping.web.funds.services.closing import line_close
from jiping.web.funds.services.receipts import receipt_keep
from jiping.web.projects.forms import text, whole
from jiping.web.projects.selectors import pack_of, years_known


@require_GET
def funds(request: StaffRequest) -> HttpResponse:
    """Every project's money in a year."""
    years = years_known(request.user)
    year = whole(request.GET.dict(), "year", "年度") if "year" in request.GET else (years or [request.now.year])[0]
    found = list(projects_with_money(request.user, year))
    totals = [
        sum(getattr(each, name) for each in found) for name in ("summary_budget", "summary_received", "summary_spent")
    ]
    context = {"projects": found, "totals": totals, "year": year, "years": years}
    return render(request, "funds/list.html", context)


@require_GET
def fund(request: StaffRequest, pk: int) -> HttpResponse:
    """One project's lines, payments and rates."""
    project = project_with_money(request.user, pk)
    payments = list(payments_of(project))
    pack = pack_of(project)
    taken = {each.source for each in project.fund_lines.all()}
    context = {
        "project": project,
        "payments": payments,
        "lines": lines_of(project, payments),
        "rates": rates_of(project),
        "tiers": tiers(pack),
        "sources": [each for each in sources(pack) if each not in taken],
        "booking": may_book(request.user, project),
        "today": request.now.date(),
    }
    return render(request, "funds/project.html", context)


@require_POST
def budget(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a line."""
    sent = request.POST.dict()
    budget_add(
        project=project_with_money(request.user, pk),
        source=text(sent, "source"),
        entry=entry_from(sent),
        actor=request.user,
        at=request.now,
    )
    return redirect("fund", pk)


@require_POST
def change(request: StaffRequest, pk: int, line: int) -> HttpResponse:
    """Change a line's budget."""
    found = project_with_money(request.user, pk).fund_lines.get(pk=line)
    budget_change(line=found, entry=entry_from(request.POST.dict()), actor=request.user, at=request.now)
    return redirect("fund", pk)


@require_POST
def arrival(request: StaffRequest, pk: int, line: int) -> HttpResponse:
    """Book what came in."""
    found = project_with_money(request.user, pk).fund_lines.get(pk=line)
    arrival_add(line=found, entry=entry_from(request.POST.dict()), actor=request.user, at=request.now)
    return redirect("fund", pk)


@require_POST
def close(request: StaffRequest, pk: int, line: int) -> HttpResponse:
    """Carry what is left over, or hand it back."""
    found = project_with_money(request.user, pk).fund_lines.get(pk=line)
    posting = line_close(line=found, voucher=text(request.POST.dict(), "voucher"), actor=request.user, at=request.now)
    messages.info(request, f"已记“{posting.kind}”。")
    return redirect("fund", pk)


@require_GET
def receipt(request: StaffRequest, pk: int, number: str) -> HttpResponse:
    """A rate with everything it is computed from; one that was kept stays as it was."""
    project = project_with_money(request.user, pk)
    now = next((each for each in rates_of(project) if each.id == number), None)
    kept = project.fund_receipts.filter(number=number).select_related("kept_by").first()
    if now is None and kept is None:
        raise JipingError(
            f"没有凭据“{number}”。",
            why="账上又有变化，编号随之变了；没有留存的找不回来。",
            remedy="请从资金页打开现在的比率。",
        )
    context = {
        "project": project,
        "number": number,
        "now": now,
        "kept": kept,
        "booking": may_book(request.user, project),
    }
    return render(request, "funds/receipt.html", context)


@require_POST
def keep(request: StaffRequest, pk: int, number: str) -> HttpResponse:
    """Keep a rate's receipt."""
    project = project_with_money(request.user, pk)
    rate = next((each for each in rates_of(project) if each.id == number), None)
    if rate is None:
        raise JipingError("账上又有变化，这个比率已经不是现在的。", remedy="请回资金页打开现在的比率。")
    receipt_keep(project=project, rate=rate, actor=request.user, at=request.now)
    return redirect("fund-receipt", pk, number)
