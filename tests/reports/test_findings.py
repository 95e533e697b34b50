"""Findings alone, as page and as workbook: nothing lost, nothing acting, what is waived apart."""

from io import BytesIO

import openpyxl

from jiping.checks.run import Report
from jiping.domain.finding import NotRun, Severity
from jiping.reports.batch.ledger import FIRST_ROW
from jiping.reports.render import FORMATS, renderer
from review.batches import ANSWER, finding, subject

EVIL = '<b onclick="x">=1+1</b>'
A, B = subject("甲项目"), subject(EVIL)
FOUND = (finding(B), finding(A, "TG03", Severity.WARN), finding(A, "TG01", waiver=ANSWER))
PACK = "全国通用（national）"
REPORT = Report(FOUND, (NotRun("AR01", "甲项目", "没有得分。", "示例单位", "甲.docx"),), (PACK,))


def test_every_format_gives_the_same_bytes_for_the_same_report() -> None:
    for name in FORMATS:
        assert renderer(name)(REPORT) == renderer(name)(REPORT), name


def test_waived_findings_are_shown_but_not_counted() -> None:
    page = renderer("html")(REPORT).decode()
    assert "必改</span> 1 条" in page
    assert "免改 1 条" in page
    assert "因疫情停办，已报批（审核人，2025-03-01）" in page


def test_the_filing_with_the_gravest_standing_finding_stands_first() -> None:
    page = renderer("html")(REPORT).decode()
    assert page.index("onclick") < page.index("甲项目")


def test_a_page_of_several_filings_begins_with_where_to_find_each_worst_first() -> None:
    mild = (finding(A, "TG03", Severity.HINT), finding(B))
    page = renderer("html")(Report(mild, ())).decode()
    index = page.partition("</section>")[0]
    assert index.index("onclick") < index.index("甲项目")
    assert 'href="#f1"' in index
    assert page.index('id="f0"') < page.index('id="f1"')


def test_what_a_filing_says_is_never_markup() -> None:
    assert EVIL not in renderer("html")(REPORT).decode()


def test_a_report_without_findings_does_not_hide_what_could_not_run() -> None:
    assert "<p>未发现问题。" in renderer("html")(Report((), ())).decode()
    page = renderer("html")(Report((), REPORT.not_run)).decode()
    assert "其余规则未发现问题" in page
    assert "没有得分。" in page


def test_the_workbook_holds_every_finding_and_what_could_not_run() -> None:
    book = openpyxl.load_workbook(BytesIO(renderer("xlsx")(REPORT)))
    rows = list(book["校核意见"].iter_rows(min_row=FIRST_ROW, values_only=True))
    assert [row[3] for row in rows] == [each.code for each in FOUND]
    missed = next(book["未能运行"].iter_rows(min_row=FIRST_ROW, values_only=True))
    assert missed == ("AR01", "示例单位", "甲项目", "甲.docx", "没有得分。")


def test_every_format_names_the_pack_judged_by() -> None:
    for name in ("html", "json", "sarif"):
        assert PACK in renderer(name)(REPORT).decode(), name
    book = openpyxl.load_workbook(BytesIO(renderer("xlsx")(REPORT)))
    assert PACK in book["校核意见"]["A2"].value


def test_a_year_is_a_number_in_the_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(renderer("xlsx")(REPORT)))
    assert {row[1] for row in book["校核意见"].iter_rows(min_row=FIRST_ROW, values_only=True)} == {2024}


def test_every_format_says_whose_filing_and_which_file_could_not_be_judged() -> None:
    for name in ("html", "json", "sarif"):
        told = renderer(name)(REPORT).decode()
        assert "示例单位" in told, name
        assert "甲.docx" in told, name
