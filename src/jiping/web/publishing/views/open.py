"""What everybody sees without login."""

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from jiping.exchange.schema import schema
from jiping.web.publishing import opendata
from jiping.web.publishing.convert import DATA, PAPERS
from jiping.web.publishing.overview import Overview
from jiping.web.publishing.plain_words import Told
from jiping.web.publishing.selectors import public_file, public_of_unit, public_project, public_years
from jiping.web.ui.pace import paced
from jiping.web.ui.public import public

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@public
@require_GET
def years(request: HttpRequest) -> HttpResponse:
    """Units and years; where there is only one, its page at once unless `all` are asked for."""
    known = public_years()
    if len(known) == 1 and "all" not in request.GET:
        return redirect("open_unit", known[0]["filing__year"], known[0]["filing__unit_id"])
    return render(request, "publishing/years.html", {"known": known, "at": "years"})


@public
@require_GET
def unit(request: HttpRequest, year: int, unit: int) -> HttpResponse:
    """The projects of a unit and year."""
    record, projects = public_of_unit(year, unit)
    return render(
        request,
        "publishing/unit.html",
        {
            "unit": record,
            "year": year,
            "at": "unit",
            "overview": Overview(year, projects),
            "feedback": settings.FEEDBACK,
        },
    )


@public
@require_GET
@paced(120, 60)
def data(_request: HttpRequest, year: int, unit: int, kind: str) -> HttpResponse:
    """All projects of a unit and year as data."""
    record, projects = public_of_unit(year, unit)
    name = f"{record.name}{year}年度绩效自评"
    if kind == "xlsx":
        return _file(opendata.as_xlsx(f"{name}结果", projects), MEDIA[kind], f"{name}.xlsx")
    if kind not in opendata.AS_DATA:
        raise Http404
    media, write = opendata.AS_DATA[kind]
    return _file(write(year, unit), media, f"{name}.{kind}")


@public
@require_GET
def project(request: HttpRequest, pk: int) -> HttpResponse:
    """One project in plain words."""
    found = public_project(pk)
    filing = opendata.filing_in(public_file(pk, DATA))
    context: dict[str, Any] = {
        "publication": found,
        "year": found.filing.year,
        "unit": found.filing.unit,
        "told": Told(filing, found),
        "papers": [each for each in found.files.all() if each.kind in (*PAPERS, DATA)],
    }
    return render(request, "publishing/project.html", context)


@public
@require_GET
@paced(120, 60)
def file(_request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """One file of a project, as it was drawn when it was published."""
    found = public_file(pk, kind)
    return _file(bytes(found.content), MEDIA[kind], f"{found.publication.project}.{kind}")


@public
@require_GET
def open_schema(_request: HttpRequest) -> HttpResponse:
    """The JSON Schema of the data files."""
    return HttpResponse(json.dumps(schema(), ensure_ascii=False, indent=2), content_type="application/schema+json")


def _file(content: bytes, media: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return answer
