"""Pages on which a filing begins."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.exchange.json import dumps, loads
from jiping.use_cases.account_rules import upload_limit
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.comparison import differences
from jiping.web.filings.convert import filing_of
from jiping.web.filings.intake import reading_uploaded
from jiping.web.filings.selectors import filing_whole, startable
from jiping.web.filings.services import starting
from jiping.web.ui.admission import for_roles

UPLOADED = "上传的文件"


@require_GET
@for_roles(Role.CLERK)
def new(request: StaffRequest) -> HttpResponse:
    """Three ways to begin."""
    return render(request, "filings/new.html", startable(request.user))


@require_POST
@for_roles(Role.CLERK)
def new_from_goals(request: StaffRequest, project: int) -> HttpResponse:
    """Begin with the project's targets."""
    record = starting.filing_from_goals(project=project, actor=request.user, at=request.now)
    return redirect("filing", record.pk)


@require_POST
@for_roles(Role.CLERK)
def new_from_last_year(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin with last year's rows."""
    earlier = filing_whole(request.user, pk)
    record = starting.filing_from_last_year(earlier=earlier, actor=request.user, at=request.now)
    return redirect("filing", record.pk)


@require_POST
@for_roles(Role.CLERK)
def new_from_file(request: StaffRequest) -> HttpResponse:
    """Show what was read in a file; nothing is kept until it is confirmed."""
    file = request.FILES.get("file")
    if file is None:
        raise JipingError("没有选文件。", remedy="请选一份 docx、xlsx、pdf 等格式的自评材料。")
    reading = reading_uploaded(file, upload_limit("filing", request.now.date()))
    told = [(filing, dumps([filing])) for filing in reading.filings]
    return render(request, "filings/intake.html", {"reading": reading, "told": told})


@require_POST
@for_roles(Role.CLERK)
def new_confirmed(request: StaffRequest) -> HttpResponse:
    """Take in the filing that was shown."""
    (filing,) = loads(request.POST.get("filing", ""), UPLOADED)
    record = starting.filing_from_file(filing=filing, actor=request.user, at=request.now)
    return redirect("filing", record.pk)


@require_POST
@for_roles(Role.CLERK)
def bring_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what an edited copy of this draft would change."""
    record, file = filing_whole(request.user, pk), request.FILES.get("file")
    if file is None:
        raise JipingError("没有选文件。", remedy="请选从这里下载后改过的 xlsx 或 docx。")
    reading = reading_uploaded(file, upload_limit("filing", request.now.date()))
    if len(reading.filings) != 1:
        raise JipingError(f"文件里有 {len(reading.filings)} 份自评表。", remedy="请只上传这一个项目的。")
    changed = [each for each in differences(filing_of(record), reading.filings[0]) if each.column == "实际完成值"]
    told = {"filing": record, "reading": reading, "changed": changed, "text": dumps(reading.filings)}
    return render(request, "filings/bring_back.html", told)


@require_POST
@for_roles(Role.CLERK)
def bring_back_confirmed(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the actual values that were shown."""
    record = filing_whole(request.user, pk)
    (filing,) = loads(request.POST.get("text", ""), UPLOADED)
    number = starting.filing_brought_back(record=record, filing=filing, actor=request.user, at=request.now)
    messages.info(request, f"已取入 {number} 处实际完成值。")
    return redirect("filing", pk)
