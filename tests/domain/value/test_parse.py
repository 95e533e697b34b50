"""The value grammar against the notations of real filings, and against any text at all."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jiping.domain.value.parse as grammar
from builders import YEAR_END, load_cases
from jiping.domain.lexicon import Lexicon, Tier
from jiping.domain.value.kinds import Comparator, Value, ValueKind
from jiping.domain.value.parse import parse_value
from jiping.rulepack.load import load_pack

CASES = load_cases(Path(__file__).with_name("values.yaml"))
LEXICON = load_pack("national", YEAR_END).lexicon
PIECES = (
    "≥ ≤ = ± >= 不少于 不超过 大于等于 至少 控制在 约 0 1 9 98 12.6 1,260 2024 99999999999999999999 . , 、 ; - ~ 至 "
    "% ‰ 百分之 百分点 万 亿 千 元 万元 个 人次 小时 天 个工作日 年 月 日 底 前 之前 以上 以内 左右 完成 全年 / · * "
    "m2 km 类 Ⅲ 不低于 未 无 事故 充分 是 否 达成预期指标 指标 …… — （ ） ( ) 第 号"
)
NOTATION = st.lists(st.sampled_from(PIECES.split()), max_size=12).map("".join)


def expected(case: dict[str, Any]) -> Value:
    facts = dict(case)
    facts["kind"] = ValueKind(facts["kind"])
    if "comparator" in facts:
        facts["comparator"] = Comparator(facts["comparator"])
    for name in ("number", "upper", "scale"):
        if name in facts:
            facts[name] = Decimal(facts[name])
    if "month_day" in facts:
        facts["month_day"] = tuple(facts["month_day"])
    return Value(**facts)


@pytest.mark.parametrize("title", CASES)
def test_notation_is_read_as_its_case_says(title: str) -> None:
    assert parse_value(CASES[title]["text"], LEXICON) == expected(CASES[title])


def test_every_kind_of_value_has_a_case() -> None:
    assert {ValueKind(case["kind"]) for case in CASES.values()} == set(ValueKind)


def test_an_absent_text_is_blank() -> None:
    assert parse_value(None, LEXICON).kind is ValueKind.BLANK


@given(st.text())
def test_any_text_is_read_or_left_as_it_is(text: str) -> None:
    assert parse_value(text, LEXICON).text == text


@given(NOTATION)
def test_any_heap_of_notation_is_read_or_left_as_it_is(text: str) -> None:
    value = parse_value(text, LEXICON)
    assert value.text == text
    assert value.number is None or value.number.is_finite()
    assert value.upper is None or value.number is not None
    assert value.day is None or value.month_day == (value.day.month, value.day.day)


@pytest.mark.parametrize("text", ["98%" * 4000, "大于等于" * 4000, "9" * 10_000, "元/" * 5000, " " * 9999 + "5"])
def test_ten_thousand_characters_are_prose(text: str) -> None:
    assert parse_value(text, LEXICON).kind is ValueKind.TEXT


@given(
    digits=st.decimals(min_value=0, max_value=10**12, places=4, allow_nan=False),
    scale=st.sampled_from([("", 0), ("万", 4), ("亿", 8)]),
    unit=st.sampled_from(["元", "个", "人次", "平方米"]),
)
def test_no_digit_is_lost(digits: Decimal, scale: tuple[str, int], unit: str) -> None:
    word, zeros = scale
    value = parse_value(f"≥{digits:f}{word}{unit}", LEXICON)
    assert value.number == Decimal(f"{digits:f}E{zeros}")
    assert value.unit == unit


@given(st.dates())
def test_any_day_of_the_calendar_is_read(day: Any) -> None:
    text = f"{day.year:04d}年{day.month}月{day.day}日前"
    value = parse_value(text, LEXICON)
    assert (value.day, value.comparator) == (day, Comparator.AT_MOST)


@given(st.sampled_from(list(CASES)))
def test_full_width_and_spaces_change_nothing(title: str) -> None:
    case = CASES[title]
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in case["text"])
    spaced = f"　{' '.join(wide)}\n"
    read, plain = parse_value(spaced, LEXICON), expected(case)
    assert (read.kind, read.number, read.unit, read.day) == (plain.kind, plain.number, plain.unit, plain.day)


def test_words_mean_nothing_without_a_lexicon() -> None:
    assert {parse_value(text, Lexicon()).kind for text in ("是", "充分", "达成预期指标", "指标2")} == {ValueKind.TEXT}


def test_middle_tier_is_neither_good_nor_bad() -> None:
    lexicon = Lexicon(tiers=(Tier("优", ("优",)), Tier("良", ("良",)), Tier("差", ("差",))))
    assert [parse_value(text, lexicon).good for text in "优良差"] == [True, None, False]


def test_the_same_text_is_parsed_once() -> None:
    lexicon = Lexicon()
    assert parse_value("98%", lexicon) is parse_value("98%", lexicon)


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "MEMORY_SIZE", 10)
    lexicon = Lexicon()
    for number in range(100):
        parse_value(str(number), lexicon)
    assert len(lexicon.memory) <= 10
