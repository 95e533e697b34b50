"""The YAML a clerk fills by hand reads back as the filing it was written from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.filings import filings
from jiping.domain.errors import UnreadableFile
from jiping.domain.filing import BoundNumber, Filing, Narrative, Section
from jiping.domain.money import Money
from jiping.domain.place import Place
from jiping.exchange.marks import POSITION
from jiping.exchange.yaml import read, write, write_all

MINIMAL = "schema: jiping/filing/1\nform: 情况表\nmoney_unit: 万元\n"


@given(filings)
def test_reading_what_was_written_is_the_identity(filing: Filing) -> None:
    assert [_comparable(each) for each in read(write(filing), "甲.yaml")] == [_comparable(filing)]


@given(st.lists(filings, min_size=1, max_size=3))
def test_several_filings_in_one_file_read_back_as_they_were(several: list[Filing]) -> None:
    assert [_comparable(each) for each in read(write_all(several), "甲.yaml")] == [
        _comparable(each) for each in several
    ]


@given(filings)
def test_comments_change_nothing(filing: Filing) -> None:
    assert read(write(filing, comments=False), "甲.yaml") == read(write(filing), "甲.yaml")


def test_numbers_and_texts_keep_what_was_typed() -> None:
    row = "rows:\n  - level3: 满意度\n    target: 98%\n    actual: 96.50\n    weight: 9.80\n    score: '9'\n"
    (filing,) = read(f"{MINIMAL}year: 2024\nstarted: 2024-01-02\nexpenditure: 0.39\n{row}", "甲.yaml")
    (indicator,) = filing.rows
    assert (indicator.target, indicator.actual) == ("98%", "96.50")
    assert (indicator.weight, indicator.score) == (Decimal("9.8"), Decimal(9))
    assert (filing.year, filing.started, filing.expenditure) == (2024, "2024-01-02", Money(Decimal(3900)))


def test_a_blank_is_silence() -> None:
    (filing,) = read(f"{MINIMAL}expenditure:\ntotal_score: ~\nnarrative:\n  overview:\n", "甲.yaml")
    assert filing == Filing(None)


def test_a_marked_number_reads_as_bound_text_and_is_marked_again() -> None:
    text = f"{MINIMAL}narrative:\n  overview: |-\n    支出 {{{{expenditure=6 万元}}}}，\n    得 {{{{total=99 分}}}}。\n"
    (filing,) = read(text, "甲.yaml")
    section = filing.narrative.overview
    assert section is not None
    assert section.text == "支出 6 万元，\n得 99 分。"
    assert section.bound == (BoundNumber("expenditure", "6 万元", 3), BoundNumber("total", "99 分", 11))
    assert "支出 {{expenditure=6 万元}}，" in write(filing)


def test_a_bound_number_that_left_its_place_is_kept_beside_the_text() -> None:
    stale = BoundNumber("total", "99 分", 1)
    filing = Filing("甲", narrative=Narrative(overview=Section("一、", "得 98 分。", (stale,))))
    (again,) = read(write(filing), "甲.yaml")
    assert again.narrative.overview is not None
    assert again.narrative.overview.bound == (stale,)


def test_numbers_that_overlap_are_both_kept() -> None:
    both = (BoundNumber("expenditure", "6 万元", 3), BoundNumber("money", "6 万", 3), BoundNumber("unit", "万元", 5))
    filing = Filing("甲", narrative=Narrative(overview=Section("一、", "支出 6 万元。", both)))
    (again,) = read(write(filing), "甲.yaml")
    assert again.narrative.overview is not None
    assert again.narrative.overview.text == "支出 6 万元。"
    assert again.narrative.overview.bound == both


def test_literal_braces_stay_literal() -> None:
    filing = Filing("甲", narrative=Narrative(overview=Section("一、", "写法 {{total=99 分}}、{{{、{{=}}。")))
    (again,) = read(write(filing), "甲.yaml")
    assert again == filing
    assert again.narrative.overview is not None
    assert again.narrative.overview.bound == ()


def test_several_filings_may_stand_in_one_list() -> None:
    text = "".join(
        f"- {{schema: jiping/filing/1, form: 情况表, money_unit: 万元, project: {name}}}\n" for name in "甲乙"
    )
    assert [filing.project for filing in read(text, "甲.yaml")] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{MINIMAL}projct: 甲\n", "甲.yaml 第 4 行：projct：不认识的名称“projct”。是否想写“project”？"),
        (f"{MINIMAL}rows:\n  - level3: 满意度\n    score: 九\n", "甲.yaml 第 6 行：rows 第 1 条 score：“九”不是数字"),
        (f"{MINIMAL}funds:\n  - rate: 100\n", "甲.yaml 第 5 行：funds 第 1 条 name：缺少“name”（资金来源）"),
        (f"{MINIMAL}year: 2024\nyear: 2025\n", "甲.yaml 第 5 行：“year”重复"),
        ("- 甲\n", "甲.yaml 第 1 行"),
        ("", "甲.yaml 第 1 行：文件是空的"),
    ],
)
def test_a_fault_is_told_with_file_line_and_remedy(text: str, message: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(text, "甲.yaml")
    assert message in str(caught.value)
    assert caught.value.remedy


def test_places_are_lines_of_the_file_itself() -> None:
    text = f"{MINIMAL}narrative:\n  problems: 无。\nrows:\n  - level3: 满意度\n    weight: 9\nfunds:\n  - name: 总额\n"
    (filing,) = read(text, "甲.yaml")
    assert filing.narrative.problems is not None
    assert filing.narrative.problems.place == Place("甲.yaml", line=5)
    assert (filing.rows[0].place, filing.funds[0].place) == (Place("甲.yaml", line=7), Place("甲.yaml", line=10))
    assert filing.place == Place("甲.yaml", line=1)
    assert "place" not in write(filing)


def _comparable(filing: Filing) -> tuple[Filing, list[list[BoundNumber]]]:
    """Equality leaves out bound numbers, which are kept in the order they stand, and places, which become lines."""
    return filing, [sorted(section.bound, key=POSITION) for _, section in filing.narrative.sections()]


@pytest.mark.parametrize(
    ("prose", "quoted"),
    [
        ("支出 {{expenditure=6 万元。", "{{expenditure=6 万元。"),
        ("支出 {{expenditure=6 万元}。", "{{expenditure=6 万元}。"),
        ("支出 {{expenditure=6 万元}}，其中 {{邮费", "{{邮费"),
        ("支出 {{}} 万元", "{{}} 万元"),
    ],
)
def test_a_mark_that_is_not_whole_is_refused_with_its_line(prose: str, quoted: str) -> None:
    with pytest.raises(UnreadableFile, match="不是完整的数据绑定") as refused:
        read(f"{MINIMAL}narrative:\n  overview: '{prose}'\n", "甲.yaml")
    assert refused.value.place == Place("甲.yaml", line=5)
    assert f"“{quoted}”" in refused.value.what


def test_escaped_braces_are_no_mark() -> None:
    (filing,) = read(f"{MINIMAL}narrative:\n  overview: '按 {{{{=}}}}甲 计算'\n", "甲.yaml")
    assert filing.narrative.overview is not None
    assert filing.narrative.overview.text == "按 {{甲 计算"
