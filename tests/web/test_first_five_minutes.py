"""From log-in to a returned filing, as four people do it in a real browser."""

from jiping.domain.workflow import State
from jiping.web.audit.models import EventRecord
from jiping.web.audit.selectors import first_break
from jiping.web.filings.models import FilingRecord
from jiping.web.site.demonstration import PASSWORD
from web.browser import Visitor

PROJECT = "打印纸及个人账户打印纸"


def test_a_filing_goes_from_the_clerk_to_the_department_and_back(visitor: Visitor) -> None:
    page = visitor.page
    visitor.log_in("zhangmin", PASSWORD)
    page.click(f"text={PROJECT}")
    assert page.get_by_role("button", name="送单位审定").is_disabled()
    _prove_the_first_row(visitor)
    while page.locator(".finding .red").count():
        _answer_the_first_must_fix(visitor)
    page.get_by_role("button", name="送单位审定").click()
    page.get_by_text("现在“待审定”").wait_for()

    _next_person(visitor, "liguoqiang")
    page.get_by_role("button", name="审定报送").click()
    page.get_by_text("现在“待主管审核”").wait_for()

    _next_person(visitor, "zhoujianguo")
    page.get_by_label("退回的理由").fill("请补充满意度调查的样本量。")
    page.get_by_role("button", name="退回修改").click()
    page.get_by_text("现在“已退回”").wait_for()

    filing = FilingRecord.objects.get(project=PROJECT)
    assert State(filing.state) is State.RETURNED
    assert filing.versions.count() == 1
    assert EventRecord.objects.get(act="退回修改", subject=str(filing)).after["reason"] == "请补充满意度调查的样本量。"
    assert first_break() is None


def _prove_the_first_row(visitor: Visitor) -> None:
    row = visitor.page.locator("tr[id^=row-]").first
    row.locator(".adding summary").click()
    row.get_by_label("佐证名称").fill("预算批复〔2024〕3 号")
    row.get_by_role("button", name="加上").click()
    row.locator(".chip", has_text="预算批复").wait_for()


def _answer_the_first_must_fix(visitor: Visitor) -> None:
    finding = visitor.page.locator(".finding", has=visitor.page.locator(".red")).first
    finding.locator("summary").click()
    finding.locator("textarea").fill("已向财政部门书面说明。")
    finding.get_by_role("button", name="保留并说明").click()
    visitor.page.get_by_text("理由已记下").wait_for()


def _next_person(visitor: Visitor, username: str) -> None:
    visitor.page.get_by_role("button", name="退出").click()
    visitor.page.wait_for_url("**/login/")
    visitor.log_in(username, PASSWORD)
    visitor.page.click(f"text={PROJECT}")
