"""What a person chooses or types on the pages of publication."""

from django import forms
from django.http import QueryDict

from jiping.use_cases.publication import Part


def parts_in(told: QueryDict) -> frozenset[Part] | None:
    """Return the parts ticked; None where nobody has chosen yet. Words that are no part are passed over."""
    if "chosen" not in told:
        return None
    return frozenset(Part(each) for each in told.getlist("part") if each in set(Part))


class PaperForm(forms.Form):
    """A statement as its holder reads it off the paper; all but the code may be left out when the square was scanned."""

    code = forms.CharField(label="查验码或扫码得到的文字", max_length=400)
    number = forms.IntegerField(label="对账单编号", required=False, min_value=0, max_value=10**18 - 1)
    year = forms.IntegerField(label="年度", required=False, min_value=1990, max_value=2100)
    months = forms.CharField(label="缴费月份", required=False, max_length=40)
    closing = forms.CharField(label="累计储存额（元）", required=False, max_length=20)
    name = forms.CharField(label="姓名", required=False, max_length=40)
    masked_id = forms.CharField(label="公民身份号码（照纸上写）", required=False, max_length=18)
