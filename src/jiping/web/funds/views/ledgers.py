"""A ledger export handed in, previewed, confirmed or set aside."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiping.domain.errors import JipingError
from jiping.domain.project import ImportState
from jiping.domain.roles import Role
from jiping.use_cases.fund_rules import ledger_columns, ledger_kinds
from jiping.use_cases.goal_rules import rules_of
from jiping.web.accounts.request import StaffRequest
from jiping.web.funds.ledger_file import MOST_BYTES
from jiping.web.funds.ledger_reading import LedgerFaults
from jiping.web.funds.selectors import ledgers_of
from jiping.web.funds.services.ledger import ledger_confirm, ledger_hand_in, ledger_withdraw
from jiping.web.projects.forms import whole

WRONG = 422


@require_http_methods(["GET", "POST"])
def ledgers(request: StaffRequest) -> HttpResponse:
    """Hand a ledger in; see those handed in before."""
    if request.method == "GET":
        return _page(request, None)
    file = request.FILES.get("file")
    if file is None:
        raise JipingError("没有选文件。", remedy="请选账务软件导出的 xlsx 或 csv。")
    if (file.size or 0) > MOST_BYTES:
        raise JipingError("文件太大。", remedy=f"每次最多 {MOST_BYTES // 1024 // 1024} MB，请分几次导入。")
    year = whole(request.POST.dict(), "year", "年度")
    try:
        ledger = ledger_hand_in(data=file.read(), name=file.name or "", year=year, actor=request.user, at=request.now)
    except LedgerFaults as faults:
        return _page(request, faults)
    return redirect("fund-ledger", ledger.pk)


@require_GET
def ledger(request: StaffRequest, pk: int) -> HttpResponse:
    """Every row of a ledger, before and after it is booked."""
    found = ledgers_of(request.user).get(pk=pk)
    leader = request.user.duty is Role.LEADER and request.user.pk != found.handed_by_id
    context = {
        "ledger": found,
        "rows": found.rows.select_related("line__project", "item"),
        "deciding": leader and found.state == ImportState.WAITING,
    }
    return render(request, "funds/ledger.html", context)


@require_POST
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """Book it whole."""
    ledger_confirm(ledger=ledgers_of(request.user).get(pk=pk), actor=request.user, at=request.now)
    return redirect("fund-ledger", pk)


@require_POST
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Set it aside."""
    ledger_withdraw(ledger=ledgers_of(request.user).get(pk=pk), actor=request.user, at=request.now)
    return redirect("fund-ledger", pk)


def _page(request: StaffRequest, faults: LedgerFaults | None) -> HttpResponse:
    pack = rules_of(request.user.unit.name, request.now.year)
    context = {
        "ledgers": ledgers_of(request.user)[:50],
        "faults": faults,
        "columns": [names[0] for names in ledger_columns(pack).values()],
        "kinds": tuple(ledger_kinds(pack)),
        "handing": request.user.duty is Role.CLERK,
        "year": request.now.year - 1,
    }
    return render(request, "funds/ledgers.html", context, status=WRONG if faults else 200)
