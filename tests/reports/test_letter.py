"""A letter lists every standing finding with its remedy, the answered ones apart, and invents nobody."""

from dataclasses import replace
from datetime import date

import pytest

from jiping.domain.document import Document, Para, Table
from jiping.domain.errors import OutsideDates
from jiping.domain.finding import Severity
from jiping.domain.place import Place
from jiping.reports.batch.letter import letter
from jiping.review.subject import Subject
from jiping.use_cases.letters import addressees, spared
from review.batches import ANSWER, NATIONAL, batch, finding, subject

A, B = subject("甲项目"), subject("乙项目")
FOUND = [finding(A), finding(A, "TG03", Severity.WARN), finding(B, "TG01", waiver=ANSWER)]


def written(*subjects: Subject) -> Document:
    found = batch(subjects, [each for each in FOUND if any(each.project == of.project for of in subjects)])
    return letter("示例单位", found.ranked, NATIONAL)


def text(document: Document) -> str:
    return "\n".join(
        block.text if isinstance(block, Para) else "\n".join(cell.text for row in block.rows for cell in row)
        for part in document.parts
        for block in part.blocks
    )


def tables(document: Document) -> list[Table]:
    return [block for part in document.parts for block in part.blocks if isinstance(block, Table)]


def test_counts_and_deadline_stand_in_the_letter() -> None:
    told = text(written(A, B))
    assert "自评材料 2 份已审核，共提出意见 2 条，其中必改 1 条、存疑 1 条、提示 0 条" in told
    assert "10 个工作日内" in told
    assert "关于2024年度绩效自评材料审核意见的函" in told


def test_a_letter_with_a_date_names_the_last_working_day_to_answer() -> None:
    told = text(letter("示例单位", batch([A], FOUND[:1]).ranked, NATIONAL, date(2025, 9, 28)))
    assert (
        "请在 2025年10月17日以前（含当日，即自本函发出次日起 10 个工作日内）" in told
    )  # two weeks, holidays and a worked Saturday
    assert "2025年9月28日" in told
    assert "〔待填：发函日期〕" not in told


def test_a_deadline_beyond_the_known_holidays_is_refused() -> None:
    with pytest.raises(OutsideDates, match="2027-01-01 不在已知的放假安排之内"):
        letter("示例单位", batch([A], FOUND[:1]).ranked, NATIONAL, date(2026, 12, 28))


def test_every_standing_finding_has_a_row_with_its_remedy_and_basis() -> None:
    first, _ = tables(written(A, B))
    assert [row[1].text for row in first.rows[1:]] == ["必改", "存疑"]
    assert first.rows[1][3].text == "合计不符。\n依据：业务惯例"
    assert first.rows[1][4].text == "请核对。"


def test_answered_findings_stand_apart_with_person_and_reason() -> None:
    _, waived = tables(written(A, B))
    assert waived.rows[1][4].text == "因疫情停办，已报批（审核人，2025-03-01）"


def test_number_seal_contact_and_day_are_left_to_fill_in() -> None:
    told = text(written(A))
    for blank in ("发文字号", "姓名", "电话", "发函单位（印章）", "发函日期"):
        assert f"〔待填：{blank}〕" in told


def test_a_finding_stands_with_its_cell_below_its_file_without_the_reviewers_folders() -> None:
    here = finding(A)._replace(place=Place("审核员/收件/甲.docx", table=1, row=3, column=2))
    told = letter("示例单位", batch([replace(A, file="审核员/收件/甲.docx")], [here]).ranked, NATIONAL)
    first, *_ = tables(told)
    assert "甲.docx" in text(told).split("\n")
    assert "收件" not in text(told)
    assert first.rows[1][2].text == "总计\n第 1 个表 第 3 行第 2 列"


def test_no_unit_is_told_what_another_has_written() -> None:
    copied = finding(A, "CP06", Severity.WARN)._replace(message="与乙单位“某项目”有 97% 相同，如“某句”。")
    told = text(letter("示例单位", batch([A], [copied]).ranked, NATIONAL))
    assert "乙单位" not in told
    assert "不同单位的成效、问题和措施不应大段相同" in told


def test_a_unit_with_nothing_to_mend_gets_no_letter() -> None:
    doubtful, wrong = subject("甲项目", unit="存疑单位"), subject("乙项目", unit="必改单位")
    found = batch([doubtful, wrong], [finding(doubtful, "TG03", Severity.WARN), finding(wrong)])
    assert [line.unit for line in addressees(found)] == ["必改单位"]
    assert spared(found) == 1


def test_the_annex_names_the_pack_judged_by() -> None:
    told = text(written(subject("甲项目", pack="全国通用（national）")))
    assert "审核所依据的规则包：全国通用（national）" in told


def test_a_unit_without_findings_gets_a_letter_without_annex() -> None:
    document = written(subject("丙项目"))
    assert len(document.parts) == 1
    assert "未发现需要修改的问题" in text(document)


def test_a_filing_that_could_not_be_checked_is_named() -> None:
    told = text(written(subject("丁项目", unchecked="没有写明项目年度。")))
    assert "下列材料未能校核，请核对后重新报送：没有写明项目年度。" in told
    assert "未发现" not in told
