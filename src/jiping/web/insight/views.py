"""The page of analysis."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jiping.web.accounts.request import StaffRequest
from jiping.web.insight import drawn
from jiping.web.insight.policy import require_overseer
from jiping.web.insight.selectors.indicators import earned, mean_weights, odd_weights, rows_alike
from jiping.web.insight.selectors.scores import by_unit, far_off, scored, spread
from jiping.web.insight.selectors.texts import copied_texts
from jiping.web.review.selectors.results import pack_of_year


@require_GET
def insight(request: StaffRequest) -> HttpResponse:
    """Distributions, outliers, copied texts and trends of what the account sees."""
    require_overseer(request.user)
    counted = scored(request.user)
    years = sorted({each.year for each in counted}, reverse=True)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else (years[0] if years else request.now.year - 1)
    limits = pack_of_year(request.user, year).thresholds
    most = int(limits["insight_listed"])
    scores = spread(counted, year)
    filings = sum(int(each.size) for each in scores)
    found = rows_alike(request.user)
    now = [each for each in found if each.year == year]
    upwards = sorted(years)
    context = {
        "year": year,
        "years": years,
        "filings": filings,
        "many_years": len(years) > 1,
        "few": filings < limits["insight_least"],
        "scores": drawn.scores_drawn(scores),
        "weights": drawn.weights_drawn(mean_weights(now, filings)),
        "earned": drawn.earned_drawn(earned(now), most),
        "units": drawn.units_drawn(by_unit(counted), upwards),
        "indicators": drawn.indicators_drawn(found, upwards),
        "far_off": far_off(request.user, year, most),
        "odd": odd_weights(now, limits["insight_rare_share"])[:most],
        "copied": copied_texts(request.user, year, int(limits["copied_text_length"]), most),
    }
    return render(request, "insight/insight.html", context)
