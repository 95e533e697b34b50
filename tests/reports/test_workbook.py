"""The workbook holds every finding once, leads to it, and is the same for the same batch."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from jiping.domain.finding import NotRun, Severity
from jiping.reports.batch import ledger
from jiping.reports.batch.height import row_height
from jiping.reports.batch.ledger import FIRST_ROW, Column, Ledgers
from jiping.reports.batch.workbook import render
from jiping.review.overview import Overview
from review.batches import ANSWER, batch, finding, subject

A, B, C = subject("甲项目", link="../甲.docx"), subject("乙项目"), subject("=1+1", unit="另一单位", wan="2000")
FOUND = [finding(A), finding(A, "TG03", Severity.WARN), finding(B, waiver=ANSWER), finding(C, "TY01", Severity.HINT)]
BATCH = batch([A, B, C], FOUND, [NotRun("AR01", "乙项目", "没有得分。", "示例单位", "示例单位-乙项目.docx")])


def sheets(of: Overview = BATCH) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(BytesIO(render(of, {})))
    return {name: book[name] for name in book.sheetnames}


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return [tuple(row) for row in sheet.iter_rows(min_row=FIRST_ROW, values_only=True)]


def test_the_same_batch_gives_the_same_bytes() -> None:
    assert render(BATCH, {}) == render(BATCH, {})


def test_every_finding_has_a_row_in_the_order_of_the_ranking() -> None:
    codes = [row[3] for row in rows(sheets()["校核意见"])]
    assert codes == [each.code for each in BATCH.findings()]
    assert len(codes) == len(FOUND)


def test_a_waived_finding_says_who_answered_for_it() -> None:
    (waived,) = [row for row in rows(sheets()["校核意见"]) if row[4] == "免改"]
    assert waived[11] == "因疫情停办，已报批（审核人，2025-03-01；原为必改）"


def test_each_filing_leads_to_its_first_finding() -> None:
    found = sheets()
    for row in found["风险排序"].iter_rows(min_row=FIRST_ROW):
        project, link = row[7].value, row[15].hyperlink
        assert link is not None
        assert link.location is not None
        at = int(link.location.rpartition("A")[2])
        assert found["校核意见"].cell(at, 3).value == project
        assert at == FIRST_ROW or found["校核意见"].cell(at - 1, 3).value != project


def test_each_filing_leads_to_its_file_where_there_is_a_way() -> None:
    targets = {row[7].value: row[16].hyperlink for row in sheets()["风险排序"].iter_rows(min_row=FIRST_ROW)}
    assert targets["甲项目"] is not None
    assert targets["甲项目"].target == "..\\甲.docx"
    assert targets["乙项目"] is None


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    (cell,) = [row[7] for row in sheets()["风险排序"].iter_rows(min_row=FIRST_ROW) if row[7].value == "=1+1"]
    assert cell.data_type in {"s", "inlineStr"}


def test_what_could_not_run_is_listed() -> None:
    assert rows(sheets()["未能运行"]) == [("AR01", "示例单位", "乙项目", "示例单位-乙项目.docx", "没有得分。")]


def test_the_scores_shown_are_those_computed() -> None:
    shown = [row[2] for row in rows(sheets()["风险排序"])]
    assert [Decimal(str(each)) for each in shown] == [each.risk.score for each in BATCH.ranked]


def test_the_factors_shown_multiply_to_the_score() -> None:
    for row in rows(sheets()["风险排序"]):
        points, amount, unit = (Decimal(str(each)) for each in row[3:6])
        assert Decimal(str(row[2])) == points * amount * unit


def test_the_arithmetic_of_every_filing_is_written_out() -> None:
    assert [row[4] for row in rows(sheets()["计分过程"])] == [each.risk.arithmetic for each in BATCH.ranked]


def test_every_weight_is_told_with_its_basis() -> None:
    method = rows(sheets()["计分办法"])
    assert {row[0] for row in method} == {
        "每条意见的分",
        "类别系数",
        "同一规则最多计入条数",
        "金额系数",
        "单位系数",
        "风险档次",
    }
    assert all(row[3] and row[4] for row in method)


def test_every_sheet_prints_on_a4_landscape_one_page_wide() -> None:
    for sheet in sheets().values():
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToWidth or 1) == (
            "landscape",
            9,
            1,
        )


def test_a_batch_without_findings_still_makes_a_workbook() -> None:
    assert [row[15] for row in rows(sheets(batch([A]))["风险排序"])] == ["无"]
    assert rows(sheets(batch([]))["风险排序"]) == []


def test_rows_beyond_a_sheet_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "MOST_ROWS", 2)
    ledgers = Ledgers("试")
    ledgers.add("表", "", [Column("号", 5)], ([str(number)] for number in range(5)))
    book = openpyxl.load_workbook(BytesIO(ledgers.bytes()))
    found = [[row[0] for row in rows(book[name])] for name in book.sheetnames]
    assert found == [["0", "1"], ["2", "3"], ["4"]]


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("五个汉字呀", 1), ("五个汉字呀多", 2), ("一\n二\n三", 3), ("abcdefghij", 1)]
)
def test_a_row_is_as_high_as_its_longest_text(text: str, lines: int) -> None:
    assert row_height([(text, 10), ("", 1)]) == row_height([("一\n" * (lines - 1), 10)])


def test_the_ranking_has_a_column_of_reasons_only_when_something_was_not_checked() -> None:
    unread = batch([subject("甲项目"), subject("乙项目", unchecked="没有写明项目年度。")])
    assert "没有写明项目年度。" in [cell for row in rows(sheets(unread)["风险排序"]) for cell in row]
    heads = [cell.value for cell in sheets()["风险排序"][FIRST_ROW - 1]]
    assert "未能校核的原因" not in heads
