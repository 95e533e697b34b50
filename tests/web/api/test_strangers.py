"""The interface called as strangers would: whatever is sent, the answer is one of those documented, never a defect."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jiping.exchange.json import dumps
from jiping.web.api.interface import api
from jiping.web.api.services import token_make
from jiping.web.filings.convert import filing_of
from jiping.web.filings.models import FilingRecord
from jiping.web.site.wsgi import application
from web.conftest import NOW, account

BOUNDED = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def token(first: FilingRecord) -> str:
    cache.clear()
    return token_make(name="陌生程序", actor=account("zhangmin"), at=NOW)


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Keep the test's connection over many requests, as Django's own client does."""
    signals = (request_started, request_finished)
    for each in signals:
        each.disconnect(close_old_connections)
    yield
    for each in signals:
        each.connect(close_old_connections)


def test_whatever_is_asked_is_answered_as_documented(
    token: str, one_connection: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jiping.web.api.door.TIMES", 10**6)
    described = json.loads(json.dumps(api.get_openapi_schema()))
    schema = schemathesis.openapi.from_dict(described)
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]

        @given(case=operation.as_strategy())
        @BOUNDED
        def ask(case: Any) -> None:
            answer = case.call(
                app=application, headers={"Authorization": f"Bearer {token}"}, base_url="http://testserver"
            )
            assert answer.status_code < 500, answer.text
            assert answer.status_code != 401

        ask()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture
def plain(first: FilingRecord) -> dict[str, Any]:
    (filing,) = json.loads(dumps([filing_of(first)]))
    return dict(filing)


def test_a_filing_with_anything_in_any_place_is_taken_or_refused_in_words(token: str, plain: dict[str, Any]) -> None:
    names = st.sampled_from(sorted(plain))

    @given(name=names, value=JSON, row=st.booleans())
    @BOUNDED
    def bring(name: str, value: object, row: bool) -> None:
        told = json.loads(json.dumps(plain))
        if row:
            told["rows"][0][sorted(told["rows"][0])[len(name) % 8]] = value
        else:
            told[name] = value
        cache.clear()
        answer = Client().post(
            "/api/filings",
            json.dumps(told),
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )
        assert answer.status_code in {201, 422}, answer.content.decode()[:300]
        if answer.status_code == 422:
            assert answer.json()["what"]

    bring()


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff\xfe", b"[]", b"[" * 5000, b'{"project": "\\u0000", "year": 2024}', b'"\\ud800"', b"1e999999999"],
)
def test_a_mangled_body_is_refused_in_words(token: str, body: bytes) -> None:
    told = {"Authorization": f"Bearer {token}"}
    answer = Client().post("/api/filings", body, content_type="application/json", headers=told)
    assert answer.status_code == 422, answer.content.decode()[:300]


@pytest.mark.parametrize("name", ["\ud800", "\x00", "长" * 201])
def test_a_name_no_database_holds_is_refused_in_words(token: str, plain: dict[str, Any], name: str) -> None:
    body = json.dumps({**plain, "project": f"项目{name}"})
    told = {"Authorization": f"Bearer {token}"}
    answer = Client().post("/api/filings", body, content_type="application/json", headers=told)
    assert answer.status_code == 422, answer.content.decode()[:300]
