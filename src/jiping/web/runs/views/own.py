"""The insured person's page: code and end of the identity number in, the statement out; no login, and patience with neither guesser nor robot."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST

from jiping.web.runs.own import find, own_of, pdf_of, seal, unseal
from jiping.web.runs.services.disputing import dispute_raise
from jiping.web.ui.patience import forget, note_wrong, require_patience
from jiping.web.ui.public import public

DOOR = "statement"
WRONG = 422


@public
@require_http_methods(["GET", "POST"])
def statement(request: HttpRequest) -> HttpResponse:
    """Ask for code and tail, then show the statement they open."""
    if request.method == "GET":
        return render(request, "runs/own_door.html")
    require_patience(DOOR, request)
    found = find(request.POST.get("code", ""), request.POST.get("tail", ""))
    if found is None:
        note_wrong(DOOR, request)
        return render(request, "runs/own_door.html", {"wrong": True}, status=WRONG)
    forget(DOOR, request)
    run, person = found
    told = {"run": run, "own": own_of(run, person), "token": seal(run, person)}
    return render(request, "runs/own.html", told)


@public
@require_POST
def statement_pdf(request: HttpRequest) -> HttpResponse:
    """The statement as it was sent."""
    run, person = unseal(request.POST.get("token", ""))
    answer = HttpResponse(pdf_of(run, person), content_type="application/pdf")
    shown = content_disposition_header(as_attachment=True, filename=f"{run.year} 年度对账单.pdf")
    answer["Content-Disposition"] = shown or "attachment"
    answer["Cache-Control"] = "no-store"
    return answer


@public
@require_POST
def statement_dispute(request: HttpRequest) -> HttpResponse:
    """Note a doubt about an amount."""
    run, person = unseal(request.POST.get("token", ""))
    number = own_of(run, person).number
    text = request.POST.get("text", "")
    dispute_raise(run=run, person=person, number=number, text=text, at=request.now)  # type: ignore[attr-defined]
    return render(request, "runs/own_thanks.html", {"run": run})
