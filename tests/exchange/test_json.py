"""The JSON text is canonical, exact, and its faults are told in plain words."""

from dataclasses import asdict, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.filings import filings
from jiping.domain.errors import UnreadableFile
from jiping.domain.filing import Filing, Indicator
from jiping.domain.money import Money
from jiping.domain.place import Place
from jiping.exchange.json import digest, dumps, loads

MINIMAL = '"schema": "jiping/filing/1", "form": "情况表", "money_unit": "万元"'


@given(st.lists(filings, max_size=2))
def test_reading_what_was_written_is_the_identity(several: list[Filing]) -> None:
    again = loads(dumps(several), "甲.json")
    assert [asdict(filing) for filing in again] == [asdict(filing) for filing in several]


@given(filings)
def test_the_text_is_canonical(filing: Filing) -> None:
    text = dumps([filing])
    assert dumps(loads(text, "甲.json")) == text
    assert text.endswith("]\n")


def test_a_bare_number_keeps_its_digits() -> None:
    (filing,) = loads(f'{{{MINIMAL}, "total_score": 9.8000000000000000001}}', "甲.json")
    assert filing.total_score == Decimal("9.8000000000000000001")


def test_the_digest_covers_facts_and_not_places() -> None:
    filing = Filing("甲", expenditure=Money(Decimal("60000.0")), rows=(Indicator(None, None, "满意度"),))
    moved = replace(filing, expenditure=Money(Decimal(60000)), place=Place("乙.docx", page=2))
    assert digest(filing) == digest(moved)
    assert digest(filing) != digest(replace(filing, expenditure=Money(Decimal(60001))))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "甲.json 第 1 行：不是有效的 JSON"),
        ("[\n{", "甲.json 第 2 行：不是有效的 JSON"),
        ("[" * 100_000, "嵌套层数过多"),
        ('{"project": "甲", "project": "乙"}', "名称“project”在同一处写了两次"),
        (f'{{{MINIMAL}, "total_score": NaN}}', "“NaN”不是数字"),
        ("3", "第 1 份自评表：这里应是带名称的各项内容"),
        (
            f'[{{{MINIMAL}}}, {{{MINIMAL}, "funds": [{{}}]}}]',
            "第 2 份自评表 funds 第 1 条 name：缺少“name”（资金来源）",
        ),
        (f'{{{MINIMAL}, "stated_score": "很好"}}', "第 1 份自评表 stated_score：“很好”不是数字"),
    ],
)
def test_a_fault_is_told_with_file_and_spot(text: str, message: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        loads(text, "甲.json")
    assert message in str(caught.value)
    assert caught.value.remedy
