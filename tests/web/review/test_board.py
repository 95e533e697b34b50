"""The board counts what its lists show, filters what it says, and asks the database little."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from jiping.domain.errors import JipingError
from jiping.domain.workflow import State
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.services import unit_create
from jiping.web.filings.models import FilingRecord
from jiping.web.review.models import DrawRecord
from jiping.web.review.selectors import board
from jiping.web.review.selectors.board import BoardPage, board_page
from jiping.web.review.selectors.filters import PROBLEMS, VIEWS, Filters, filters_of, narrowing, view_condition
from jiping.web.review.selectors.results import pack_of_year
from jiping.web.review.selectors.tally import tally
from web.conftest import NOW, account, browser_of


def shown(account_: AccountRecord, **wanted: Any) -> BoardPage:
    filters = Filters(2024, **wanted)
    return board_page(account_, filters, tally(account_, 2024), pack_of_year(account_, 2024))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("username", ["zhoujianguo", "caizheng"])
def test_a_counter_says_how_many_rows_it_opens(site: None, view: str, username: str) -> None:
    who = account(username)
    FilingRecord.objects.filter(project="就业失业登记").update(summary_must=1)
    assert tally(who, 2024).of(view) == FilingRecord.objects.filter(view_condition(view, who), year=2024).count()


def test_the_gravest_stand_first(reviewer: AccountRecord) -> None:
    weights = [(each.summary_must, each.summary_doubt) for each in shown(reviewer, view="all").filings]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > weights[-1]


def test_every_page_is_whole_and_none_is_shown_twice(reviewer: AccountRecord) -> None:
    pages = [shown(reviewer, view="all", page=number) for number in (1, 2)]
    seen = [each.pk for page in pages for each in page.filings]
    assert len(seen) == len(set(seen)) == pages[0].found == 11
    assert (pages[0].last, pages[1].first) == (10, 11)
    assert shown(reviewer, view="all", page=99).number == 2


HELD: dict[str, Callable[[FilingRecord], bool]] = {
    "must": lambda each: each.summary_must > 0,
    "doubt": lambda each: each.summary_doubt > 0,
    "clean": lambda each: not each.summary_must and not each.summary_doubt,
}


@pytest.mark.parametrize("problem", PROBLEMS)
def test_a_problem_filter_leaves_what_it_says(reviewer: AccountRecord, problem: str) -> None:
    FilingRecord.objects.filter(project="就业失业登记").update(summary_must=0, summary_doubt=0)
    found = shown(reviewer, view="all", problem=problem)
    assert found.filings
    assert all(map(HELD[problem], found.filings))


@pytest.mark.parametrize(
    ("amount", "projects"),
    [
        ("1000 万元以上", set()),
        ("100 至 1000 万元", {"居保转企保参保补助", "社保业务运营经费", "基层平台信息化运维", "技能提升行动补贴"}),
        (
            "100 万元以下",
            {
                "打印纸及个人账户打印纸",
                "《社会保险手册》印刷费",
                "社保扩面业务经费",
                "“助保贷款”财政贴息",
                "公共就业服务专项",
                "就业失业登记",
            },
        ),
        ("未写支出", {"招聘会场地租用"}),
    ],
)
def test_the_amount_bands_are_those_of_the_pack(reviewer: AccountRecord, amount: str, projects: set[str]) -> None:
    FilingRecord.objects.filter(project="招聘会场地租用").update(summary_amount=None)
    assert {each.project for each in shown(reviewer, view="all", amount=amount).filings} == projects


@pytest.mark.parametrize(("text", "number"), [("打印纸", 1), ("公共就业服务中心", 5), ("100%", 0)])
def test_a_search_finds_projects_and_units(reviewer: AccountRecord, text: str, number: int) -> None:
    assert shown(reviewer, view="all", text=text).found == number


def test_a_unit_stands_for_all_below_it(site: None) -> None:
    bureau = account("caizheng")
    department = account("zhoujianguo").unit
    assert shown(bureau, view="all", unit=department.path).found == 11
    assert shown(bureau, view="all", unit=account("wangfang").unit.path).found == 5


def test_a_department_sees_its_own_units_only(reviewer: AccountRecord) -> None:
    elsewhere = unit_create(name="别的单位", parent=account("caizheng").unit)
    FilingRecord.objects.create(unit=elsewhere, project="别的项目", year=2024, saved_at=NOW, state=State.DEPARTMENT)
    assert tally(reviewer, 2024).all == 11
    assert tally(account("caizheng"), 2024).all == 12
    other = FilingRecord.objects.get(project="别的项目").pk
    client = browser_of(reviewer.username)
    assert client.get(f"/review/{other}/").status_code == 404
    assert client.post("/review/pass/", {"filing": [other]}).status_code == 422


def test_the_histogram_counts_every_scored_filing_and_names_the_crowd(reviewer: AccountRecord) -> None:
    drawn = tally(reviewer, 2024).histogram
    assert sum(bar.number for bar in drawn.bars) == 11
    assert drawn.crowd == ("99–100", Decimal(100))


def test_an_address_without_meaning_shows_the_plain_board() -> None:
    query = {"year": "x", "view": "?", "problem": "?", "state": "?", "unit": "1; drop", "page": "-1"}
    assert filters_of(query, 2024) == Filters(2024)


def test_an_address_survives_its_own_reading(site: None) -> None:
    filters = Filters(2024, "all", "1/2/", "must", "100 万元以下", "已退回", "名 & 称")
    client = browser_of("zhoujianguo")
    asked = client.get(f"/review/?{filters.query}").context["filters"]
    assert asked == filters
    assert narrowing(asked, pack_of_year(account("zhoujianguo"), 2024))


@pytest.mark.parametrize(
    "place",
    [
        "/review/",
        "/review/?view=all&q=打印纸&problem=must",
        "/tasks/",
        "/results/",
        "/audit-sample/",
    ],
)
def test_a_page_asks_at_most_eight_questions(site: None, place: str) -> None:
    assert reads("caizheng", place) <= 8


def test_the_drawer_and_the_rescoring_ask_at_most_eight_questions(waiting: FilingRecord) -> None:
    assert reads("zhoujianguo", f"/review/{waiting.pk}/") <= 8
    assert reads("zhoujianguo", f"/review/{waiting.pk}/rescore/") <= 8


def test_a_drawing_record_asks_at_most_eight_questions(site: None) -> None:
    assert reads("caizheng", f"/audit-sample/{DrawRecord.objects.latest('pk').pk}/") <= 8


def test_more_filings_ask_no_more_questions(site: None) -> None:
    before = reads("caizheng", "/review/?view=all")
    unit = account("zhangmin").unit
    FilingRecord.objects.bulk_create(
        FilingRecord(unit=unit, project=f"项目 {number}", year=2024, saved_at=NOW) for number in range(30)
    )
    assert reads("caizheng", "/review/?view=all") == before


def test_the_sheet_holds_the_rows_of_the_filters(site: None) -> None:
    answer = browser_of("zhoujianguo").get("/review/export/?year=2024&view=all&q=公共就业服务中心")
    rows = list(load_workbook(BytesIO(answer.content))["审核表"].values)
    assert len([row for row in rows if row[1] == "公共就业服务中心（演示单位）"]) == 5
    assert "社保扩面业务经费" not in str(rows)


def test_more_than_a_sheet_holds_is_refused_with_a_remedy(
    reviewer: AccountRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "SHEET_ROWS", 10)
    with pytest.raises(JipingError, match="还有 11 项"):
        board.filings_shown(reviewer, Filters(2024, "all"), pack_of_year(reviewer, 2024))


def reads(username: str, place: str) -> int:
    """Return how many questions a page asks the database."""
    client = browser_of(username)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(place).status_code == 200
    return sum(1 for each in caught.captured_queries if each["sql"].startswith("SELECT"))
