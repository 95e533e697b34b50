"""What reviewers type: a draw, and values re-scored."""

from collections.abc import Iterator
from decimal import Decimal

from django import forms
from django.http import QueryDict

from jiping.domain.errors import JipingError
from jiping.web.filings.models import IndicatorRecord
from jiping.web.review.services.rescoring import Told


class DrawForm(forms.Form):
    """A draw: which year, by which seed, how many."""

    year = forms.IntegerField(min_value=2000, max_value=2100)
    seed = forms.CharField(max_length=60)
    total = forms.IntegerField(min_value=1, max_value=100_000, required=False)


class _Line(forms.Form):
    """What is written beside one indicator."""

    actual = forms.CharField(required=False, max_length=200)
    score = forms.DecimalField(required=False, max_digits=9, decimal_places=3, min_value=Decimal(0))
    reason = forms.CharField(required=False, max_length=400)


def told_of(rows: list[IndicatorRecord], posted: QueryDict) -> Iterator[Told]:
    """Yield what was written beside the rows, those left blank passed over. Raises JipingError for a score that is none."""
    for row in rows:
        line = _Line(posted, prefix=f"row{row.pk}")
        if not line.is_valid():
            raise JipingError(
                f"“{row.level3}”的复核值不合格式。", remedy="复核得分只写数字，如 9 或 8.5；文字不超过 400 字。"
            )
        told = line.cleaned_data
        if told["actual"] or told["score"] is not None or told["reason"]:
            yield Told(row.pk, told["actual"], told["score"], told["reason"])
