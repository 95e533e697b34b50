"""What no page of ours would send is answered with a sentence, never with a failure of the program."""

import pytest
from django.urls import reverse

from jiping.web.filings.models import FilingRecord
from web.conftest import browser_of
from web.page import CAST, Page
from web.pages import PAGES

NONSENSE = ("", "-1", "9" * 30, "乱", "<script>", "\x00", "1e9", "2024-02-30")
FAILED = 500


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.name)
def test_nonsense_is_told_not_failed_on(site: None, address: Page) -> None:
    filing = FilingRecord.objects.order_by("pk")[0]
    path = reverse(address.name, kwargs=address.arguments(filing))
    answered = [*address.roles, *address.others, "clerk"][0]  # everybody else is turned away before anything is read
    fields = [*address.data(filing), "year", "page", "q", "from", "view", "show"]
    browser = browser_of(CAST[answered])
    if address.method == "POST":
        assert browser.post(path).status_code < FAILED
    for word in NONSENSE:
        told = dict.fromkeys(fields, word)
        answer = browser.get(path, told) if address.method == "GET" else browser.post(path, told)
        assert answer.status_code < FAILED, f"{word!r}：{answer.status_code}"
