"""Every page × every role: who gets in, who is sent away. A new address fails here until it has a row."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from jiping.web.filings.models import FilingRecord
from web.conftest import browser_of
from web.page import CAST, Page
from web.pages import PAGES


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            prefix = f"{each.namespace}:" if each.namespace else ""
            yield from (f"{prefix}{name}" for name in names(each.url_patterns))
        elif each.name:
            yield each.name


def test_every_address_has_its_row() -> None:
    assert set(names(get_resolver().url_patterns)) == {page.name for page in PAGES}


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.name)
def test_each_role_gets_what_the_table_says(site: None, address: Page) -> None:
    filing = FilingRecord.objects.order_by("pk")[0]
    path = reverse(address.name, kwargs=address.arguments(filing))
    answers = {}
    for role, username in CAST.items():
        client = browser_of(username)
        answer = client.get(path) if address.method == "GET" else client.post(path, address.data(filing))
        answers[role] = answer.status_code
    assert answers == address.expected()
