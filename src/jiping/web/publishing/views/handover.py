"""What is taken away by those who go on: the auditor's sealed bundle, the clerk's way into the budget system."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from jiping.use_cases.bundle.packing import pack
from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.policy import visible_to
from jiping.web.publishing import transfer as moved
from jiping.web.publishing.bundle import bundle_of
from jiping.web.publishing.convert import evaluation_of
from jiping.web.publishing.policy import require_auditor
from jiping.web.publishing.selectors import last_version

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def bundle(request: StaffRequest, pk: int) -> HttpResponse:
    """The sealed bundle of a filing."""
    require_auditor(request.user)
    record = visible_to(request.user).get(pk=pk)
    return _file(pack(bundle_of(record, request.now)), "application/zip", f"{record.project}封存包.zip")


@require_GET
def transfer(request: StaffRequest, pk: int) -> HttpResponse:
    """Every field of the sealed filing, in the order in which the budget system asks for it."""
    record = visible_to(request.user).get(pk=pk)
    version = last_version(record)
    context = {"filing": record, "version": version, "pages": moved.pages(evaluation_of(version))}
    return render(request, "publishing/transfer.html", context)


@require_GET
def transfer_file(request: StaffRequest, pk: int) -> HttpResponse:
    """The sealed filing as the workbook the budget system imports."""
    record = visible_to(request.user).get(pk=pk)
    sheet = moved.import_sheet(evaluation_of(last_version(record)))
    return _file(sheet, XLSX, f"{record.project}一体化导入表.xlsx")


def _file(content: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return answer
