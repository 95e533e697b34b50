"""Tokens: shown once, kept as digests, worth what their account is worth, worthless when revoked."""

import json
import re
from hashlib import sha256

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from jiping.domain.errors import JipingError
from jiping.exchange.json import dumps
from jiping.web.accounts.models import AccountRecord
from jiping.web.api.models import TokenRecord
from jiping.web.api.services import token_make
from jiping.web.filings.convert import filing_of
from jiping.web.filings.models import FilingRecord
from web.conftest import NOW, account, browser_of
from web.publishing.handed_in import passed


def bearer(username: str) -> dict[str, str]:
    cache.clear()
    return {"Authorization": f"Bearer {token_make(name='测试', actor=account(username), at=NOW)}"}


def test_a_token_is_shown_once_and_only_its_digest_is_kept(site: None) -> None:
    client = browser_of("zhangmin")
    page = client.post("/tokens/", {"name": "报表程序"}).content.decode()
    (token,) = re.findall(r"jp_[\w-]{40,}", page)
    assert TokenRecord.objects.get().digest == sha256(token.encode()).hexdigest()
    assert token not in client.get("/tokens/").content.decode()
    assert Client().get("/api/filings", headers={"Authorization": f"Bearer {token}"}).status_code == 200


@pytest.mark.parametrize("told", [{}, {"Authorization": "Bearer jp_guess"}, {"Authorization": "Basic eDp5"}])
def test_without_a_token_nothing_is_read(site: None, told: dict[str, str]) -> None:
    assert Client().get("/api/filings", headers=told).status_code == 401


def test_a_session_is_no_token(site: None) -> None:
    assert browser_of("zhangmin").get("/api/filings").status_code == 401


def test_a_revoked_token_and_one_of_a_closed_account_are_worthless(site: None) -> None:
    told = bearer("zhangmin")
    AccountRecord.objects.filter(username="zhangmin").update(is_active=False)
    assert Client().get("/api/filings", headers=told).status_code == 401
    AccountRecord.objects.filter(username="zhangmin").update(is_active=True)
    assert browser_of("liguoqiang").post(f"/tokens/{TokenRecord.objects.get().pk}/revoke/").status_code == 404
    assert Client().get("/api/filings", headers=told).status_code == 200
    assert browser_of("zhangmin").post(f"/tokens/{TokenRecord.objects.get().pk}/revoke/").status_code == 302
    assert Client().get("/api/filings", headers=told).status_code == 401


def test_there_are_five_tokens_at_most_and_each_has_its_use(site: None) -> None:
    for number in range(5):
        token_make(name=f"程序 {number}", actor=account("zhangmin"), at=NOW)
    with pytest.raises(JipingError):
        token_make(name="第六个", actor=account("zhangmin"), at=NOW)
    with pytest.raises(JipingError):
        token_make(name=" ", actor=account("liguoqiang"), at=NOW)


def test_an_account_reads_what_it_sees_on_the_pages(first: FilingRecord) -> None:
    other = FilingRecord.objects.exclude(unit=first.unit).first()
    told = bearer("zhangmin")
    listed = Client().get("/api/filings?year=2024", headers=told).json()
    assert listed["total"] == FilingRecord.objects.filter(unit=first.unit, year=2024).count()
    assert Client().get(f"/api/filings/{first.pk}", headers=told).json()["project"] == first.project
    assert other is None or Client().get(f"/api/filings/{other.pk}", headers=told).status_code == 404


def test_findings_and_versions_are_read(
    first: FilingRecord, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    passed(first)
    told = bearer("shenji")
    with django_assert_max_num_queries(8):
        found = Client().get(f"/api/filings/{first.pk}/findings", headers=told).json()
    assert {"code", "message", "remedy"} <= set(found[0])
    (version,) = Client().get(f"/api/filings/{first.pk}/versions", headers=told).json()
    whole = Client().get(f"/api/filings/{first.pk}/versions/{version['number']}", headers=told).json()
    assert json.dumps(whole["content"], ensure_ascii=False, indent=2) + "\n" == first.versions.get().content


def test_a_filing_is_brought_in_as_a_draft_of_the_clerks_own_unit(first: FilingRecord) -> None:
    text = dumps([filing_of(first)]).replace(first.project, "导入的项目")
    answer = Client().post("/api/filings", text, content_type="application/json", headers=bearer("zhangmin"))
    assert answer.status_code == 201
    made = FilingRecord.objects.get(pk=answer.json()["id"])
    assert (made.project, made.unit, made.state) == ("导入的项目", first.unit, "填报中")
    again = Client().post("/api/filings", text, content_type="application/json", headers=bearer("zhangmin"))
    assert again.status_code == 422
    assert "已有" in again.json()["what"]
    refused = Client().post("/api/filings", text, content_type="application/json", headers=bearer("caizheng"))
    assert refused.status_code == 422


def test_who_asks_too_often_is_told_when_to_come_again(site: None) -> None:
    told = bearer("shenji")
    codes = [Client().get("/api/filings?limit=1", headers=told).status_code for _ in range(121)]
    assert codes[119] == 200
    assert codes[120] == 429
    cache.clear()


def test_the_documentation_names_every_operation_in_chinese(site: None) -> None:
    described = Client().get("/api/openapi.json").json()
    page = browser_of("zhangmin").get("/tokens/").content.decode()
    for path, methods in described["paths"].items():
        assert path in page
        assert all(re.search("[一-龥]", told["summary"]) for told in methods.values())


def test_administrators_have_no_tokens(site: None) -> None:
    assert browser_of("sysadmin").get("/tokens/").status_code == 404
