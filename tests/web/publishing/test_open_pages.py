"""What everybody sees: pages in plain words, data in open formats, papers that can be verified."""

import csv
import json
import zipfile
from dataclasses import asdict
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from jsonschema import Draft202012Validator
from pytest_django.fixtures import DjangoAssertNumQueries

from jiping.exchange.schema import schema
from jiping.printing.key import KEY_FILE, own_key
from jiping.printing.verifying import Paper, claim_of
from jiping.statements.verification import code
from jiping.use_cases.publication import Part
from jiping.web.filings.models import FilingRecord
from jiping.web.publishing.opendata import _inert
from jiping.web.publishing.services.publishing import filing_publish
from web.conftest import NOW, account
from web.publishing.handed_in import passed

ALL = frozenset(Part) - {Part.SIGN_OFF, Part.EVIDENCE}


@pytest.fixture
def published(site: None) -> list[FilingRecord]:
    """Two of the six filings, public."""
    cache.clear()
    records = [passed(each) for each in FilingRecord.objects.order_by("pk")[:2]]
    for each in records:
        filing_publish(record=each, parts=ALL, actor=account("zhoujianguo"), at=NOW)
    return records


def unit_page(records: list[FilingRecord]) -> str:
    return f"/open/2024/{records[0].unit_id}/"


def test_before_anything_is_public_the_page_says_so(site: None) -> None:
    assert "尚未公开" in Client().get("/open/").content.decode()


def test_the_only_unit_is_shown_at_once(published: list[FilingRecord]) -> None:
    assert Client().get("/open/")["Location"] == unit_page(published)
    assert Client().get("/open/?all=1").status_code == 200


def test_the_page_of_a_unit_sums_up(
    published: list[FilingRecord], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        page = Client().get(unit_page(published)).content.decode()
    assert "公开 2 个项目，支出合计 11.00 万元。自评等级均为优。服务对象满意度 96%–97%。" in page
    assert "90 分及以上为优，80–90 为良，60–80 为中，60 以下为差" in page


def test_a_project_is_told_in_plain_words(
    published: list[FilingRecord], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        page = Client().get(f"/open/project/{published[0].pk}/").content.decode()
    assert "花了 6.00 万元，单位给自己打了 99 分，等级为“优”" in page
    assert "目标 98%，实际 96%" in page


def test_the_data_files_say_what_the_page_says(published: list[FilingRecord]) -> None:
    at, client = unit_page(published), Client()
    filings = json.loads(client.get(f"{at}data.json").content)
    Draft202012Validator(schema()).validate(filings)
    assert [each["project"] for each in filings] == [each.project for each in published]
    rows = list(csv.DictReader(StringIO(client.get(f"{at}data.csv").content.decode("utf-8-sig"))))
    assert len(rows) == sum(len(each["rows"]) for each in filings)
    assert {row["自评得分"] for row in rows} == {"99"}
    papers = zipfile.ZipFile(BytesIO(client.get(f"{at}data.zip").content))
    assert len(papers.namelist()) == 2
    assert papers.read(papers.namelist()[0]).startswith(b"%PDF")
    assert client.get(f"{at}data.xlsx").content.startswith(b"PK")
    assert client.get(f"{at}data.exe").status_code == 404
    assert client.get("/open/schema.json").json() == schema()


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "json"])
def test_every_file_of_a_project_can_be_taken_away(published: list[FilingRecord], kind: str) -> None:
    assert Client().get(f"/open/project/{published[0].pk}.{kind}").status_code == 200


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-1", "@x"])
def test_a_cell_of_the_data_file_is_no_formula(cell: str) -> None:
    assert _inert(cell) == f"'{cell}"
    assert _inert("99%") == "99%"


def test_a_public_version_is_verified_by_the_beginning_of_its_digest(published: list[FilingRecord]) -> None:
    digest = published[0].versions.get().digest
    page = Client().get(f"/verify/{digest[:12]}").content.decode()
    assert "查验相符" in page
    assert published[0].project in page
    answer = Client().post("/verify/", {"code": f"{digest[:8].upper()} {digest[8:16]}"})
    assert answer["Location"] == f"/verify/{digest[:16]}"


def test_of_a_version_that_is_not_public_only_its_existence_is_told(first: FilingRecord) -> None:
    cache.clear()
    page = Client().get(f"/verify/{passed(first).versions.get().digest}").content.decode()
    assert "有这个校验码" in page
    assert first.project not in page


def test_an_unknown_or_too_short_code_is_not_verified(published: list[FilingRecord]) -> None:
    assert Client().get(f"/verify/{'0' * 16}").status_code == 404
    assert "查验相符" not in Client().get(f"/verify/{published[0].versions.get().digest[:11]}").content.decode()


def test_who_tries_codes_is_asked_to_wait(site: None) -> None:
    cache.clear()
    answers = [Client().get(f"/verify/{number:016x}").status_code for number in range(31)]
    assert answers[-1] == 429
    assert 429 not in answers[:30]
    cache.clear()


def test_a_statement_needs_the_key_it_was_printed_with(site: None, settings: Any, tmp_path: Path) -> None:
    cache.clear()
    settings.DATA_FOLDER = tmp_path
    assert "没有对账单的查验密钥" in Client().post("/verify/", {"code": "7F3K-20QX"}).content.decode()
    key = own_key(tmp_path / KEY_FILE)
    assert (
        "还缺单号、年度、缴费月份、姓名、公民身份号码"
        in Client().post("/verify/", {"code": "7F3K-20QX"}).content.decode()
    )
    paper = Paper(number=1, year=2024, months="1-12", closing="180,071.43", name="甲某", masked_id="320682********1234")
    told = {name: value for name, value in asdict(paper).items() if value is not None}
    genuine = code(key, claim_of("7F3K-20QX", paper, key).vouched)
    assert "查验不符" in Client().post("/verify/", {**told, "code": "7F3K-20QX"}).content.decode()
    assert "查验相符" in Client().post("/verify/", {**told, "code": genuine}).content.decode()
    assert "查验不符" in Client().post("/verify/", {**told, "code": genuine, "closing": "180,071.44"}).content.decode()
