"""Open accounts from a list: upload, look at every line, confirm. Nothing is kept between the two steps."""

import csv
from io import StringIO

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.use_cases.account_rules import upload_limit
from jiping.web.accounts.request import StaffRequest
from jiping.web.accounts.services.importing import COLUMNS, Wanted, accounts_import, accounts_wanted
from jiping.web.ui.admission import for_roles
from jiping.web.ui.uploads import lines_uploaded


@require_http_methods(["GET", "POST"])
@for_roles(Role.SYSTEM_ADMIN)
def accounts_file(request: StaffRequest) -> HttpResponse:
    """Take the file, and show every line with what is wrong with it."""
    told: dict[str, object] = {"columns": COLUMNS}
    if request.method == "POST":
        file = request.FILES.get("file")
        if file is None:
            raise JipingError("没有选文件。", remedy="请选一个 xlsx 或 csv 文件。")
        wanted = accounts_wanted(lines_uploaded(file, upload_limit("accounts", request.now.date())))
        faulty = sum(1 for each in wanted if each.faults)
        told |= {"wanted": wanted, "faulty": faulty, "list": _written(wanted)}
    return render(request, "accounts/import.html", told)


@require_POST
@for_roles(Role.SYSTEM_ADMIN)
def accounts_confirm(request: StaffRequest) -> HttpResponse:
    """Open them all; the first passwords are shown this once."""
    lines = list(enumerate(csv.reader(StringIO(request.POST.get("list", ""))), start=1))
    opened = accounts_import(wanted=accounts_wanted(lines), actor=request.user, at=request.now)
    return render(request, "accounts/opened.html", {"opened": opened})


@require_GET
@for_roles(Role.SYSTEM_ADMIN)
def accounts_template(_request: StaffRequest) -> HttpResponse:
    """An empty list with its heading, as Excel and WPS open it."""
    headers = {"Content-Disposition": 'attachment; filename="accounts.csv"'}
    return HttpResponse(f"\ufeff{','.join(COLUMNS)}\r\n", content_type="text/csv; charset=utf-8", headers=headers)


def _written(wanted: tuple[Wanted, ...]) -> str:
    text = StringIO()
    csv.writer(text).writerows([COLUMNS, *((each.unit, each.username, each.name, each.role) for each in wanted)])
    return text.getvalue()
