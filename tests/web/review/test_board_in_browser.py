"""The board in a real browser: keys, the bar for several, and the drawer without a page load."""

from jiping.domain.workflow import State
from jiping.web.filings.models import FilingRecord
from jiping.web.site.demonstration import PASSWORD
from web.browser import SIZES, Visitor


def test_a_reviewer_walks_takes_up_and_returns_by_keys(visitor: Visitor) -> None:
    page = visitor.page
    visitor.log_in("zhoujianguo", PASSWORD)
    visitor.open("/review/")
    first, second = page.locator("[data-row] a").all_inner_texts()
    page.get_by_role("heading", name=first).wait_for()
    page.keyboard.press("j")
    page.get_by_role("heading", name=second).wait_for()
    assert page.locator("tr.here a").inner_text() == second
    page.locator(".drawer").get_by_role("button", name="采纳，列入退回意见").first.click()
    page.locator(".drawer").get_by_text("已采纳").wait_for()
    assert page.get_by_label("退回意见", exact=True).input_value().startswith("1. ")
    page.keyboard.press("r")
    page.get_by_text("已退回修改").wait_for()
    assert State(FilingRecord.objects.get(project=second).state) is State.RETURNED
    assert page.locator("[data-row]").count() == 1


def test_the_bar_for_several_says_what_is_chosen_and_passes_them(visitor: Visitor) -> None:
    page = visitor.page
    visitor.log_in("zhoujianguo", PASSWORD)
    visitor.open("/review/")
    page.locator("[data-drawer]").wait_for()
    assert page.locator("#bulk").is_hidden()
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.get_by_text("已选 2 项（均无必改问题）").wait_for()
    assert visitor.serious_faults() == []
    page.get_by_role("button", name="批量通过").click()
    page.get_by_text("2 项已审核通过").wait_for()
    assert FilingRecord.objects.filter(state=State.BUREAU).count() == 3


def test_one_that_must_be_mended_closes_the_bulk_pass(visitor: Visitor) -> None:
    FilingRecord.objects.filter(project="公共就业服务专项").update(summary_must=2)
    page = visitor.page
    visitor.log_in("zhoujianguo", PASSWORD)
    visitor.open("/review/")
    page.get_by_label("选择 公共就业服务专项").check()
    page.get_by_text("1 项有必改问题，不能批量通过").wait_for()
    assert page.get_by_role("button", name="批量通过").is_disabled()


def test_a_filter_answers_without_a_button(visitor: Visitor) -> None:
    page = visitor.page
    visitor.log_in("zhoujianguo", PASSWORD)
    visitor.open("/review/?view=all")
    page.get_by_label("金额").select_option("1000 万元以上")
    page.get_by_text("没有符合条件的项目").wait_for()
    assert "amount=" in page.url
    page.get_by_role("link", name="清除筛选").first.click()
    page.get_by_text("共 11 项").wait_for()


def test_board_and_open_drawer_are_sound_at_every_size(visitor: Visitor) -> None:
    page = visitor.page
    visitor.log_in("zhoujianguo", PASSWORD)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        visitor.open("/review/")
        page.locator("[data-drawer]").wait_for()
        page.get_by_text("免提", exact=True).first.click()
        assert visitor.serious_faults() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
