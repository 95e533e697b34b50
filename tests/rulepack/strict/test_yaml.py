"""What strict YAML reads, and what it refuses with a place and a remedy."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.errors import JipingError, PackFault, UnreadableFile
from jiping.rulepack.strict.node import Node
from jiping.rulepack.strict.text import MAX_BYTES
from jiping.rulepack.strict.yaml import MAX_DEPTH, MAX_VALUES, read_yaml


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.30", Decimal("1.30")),
        ("-0.5", Decimal("-0.5")),
        ("100", Decimal(100)),
        ("2024-02-29", date(2024, 2, 29)),
        ("true", True),
        ("null", None),
        ("", None),
        ('"98"', "98"),
        ("98%", "98%"),
        ("1,260", "1,260"),
        ("007", "007"),
        ("1e3", "1e3"),
        (".nan", ".nan"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("１２", "１２"),
        ("‰", "‰"),
    ],
)
def test_a_plain_word_means_what_a_clerk_means(written: str, meant: object) -> None:
    assert _read(f"value: {written}").plain() == {"value": meant}


def test_a_number_keeps_its_digits() -> None:
    assert str(_read("9.80").value) == "9.80"
    assert _read("9.80").written() == "9.80"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_a_decimal_is_read_exactly(number: Decimal) -> None:
    assert _read(f"- {number:f}").plain() == [number]


@pytest.mark.parametrize("word", ["yes", "No", "ON", "off", "True", "FALSE"])
def test_a_word_that_others_read_as_a_truth_value_must_be_quoted(word: str) -> None:
    assert f'"{word}"' in _fault(f"- {word}").remedy
    assert f'"{word}"' in _fault(f"{word}: 1").remedy
    assert _read(f"'{word}': '{word}'").plain() == {word: word}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "文件是空的"),
        ("# 只有注释\n", 1, "文件是空的"),
        ("a: 1\na: 2", 2, "“a”重复，第 1 行已经写过"),
        ("a: &x 1", 1, "不支持用 & 和 *"),
        ("a: *x", 1, "不支持用 & 和 *"),
        ("&x a: 1", 1, "不支持用 & 和 *"),
        ("a: !date 1", 1, "不支持用 ! 标注类型"),
        ("a: 2023-02-29", 1, "不是真实的日期"),
        ("a: 1\n---\nb: 1", 2, "两份文档"),
        ("[a]: 1", 1, "冒号前的名称"),
        ("'': 1", 1, "冒号前的名称"),
        ("a:\n\t- 1", 2, "请把制表符（Tab）换成空格"),
        ("a: 甲: 乙", 1, "请给整段文字加引号"),
        ("a: [1", 1, "方括号、花括号是否成对"),
        ("a: '甲", 1, "请检查引号是否成对"),
        ("甲: 乙\n甲\x08", 2, "控制字符 U+0008"),
    ],
)
def test_what_is_not_strict_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    fault = _fault(text)
    assert fault.place is not None
    assert (fault.place.file, fault.place.line) == ("表.yaml", line)
    assert said in str(fault)


def test_bytes_that_are_not_utf8_name_the_line_and_the_remedy() -> None:
    with pytest.raises(PackFault) as raised:
        read_yaml("a: 1\nb: 甲".encode("gb18030"), "表.yaml")
    assert str(raised.value) == "表.yaml 第 2 行：文件不是 UTF-8 编码。请用记事本或其他编辑器另存为 UTF-8 编码。"


def test_a_byte_order_mark_is_no_content() -> None:
    assert read_yaml(b"\xef\xbb\xbfa: 1", "表.yaml").plain() == {"a": Decimal(1)}


def test_depth_and_size_are_bounded() -> None:
    assert f"超过 {MAX_DEPTH} 层" in str(_fault("[" * 5000))
    assert "兆字节" in str(_fault("#" * (MAX_BYTES + 1)))
    assert "项" in str(_fault("[" + "1," * MAX_VALUES + "1]"))


def test_the_error_is_of_the_class_the_caller_names() -> None:
    with pytest.raises(UnreadableFile):
        read_yaml(b"a: [", "表.yaml", UnreadableFile)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    outcome = _outcome(data)
    assert not isinstance(outcome, JipingError) or outcome.remedy


@given(st.text(alphabet="ab甲:-[]{}&*!|>'\"#% \n\t,?", max_size=60))
def test_any_text_is_read_or_refused_with_its_line(text: str) -> None:
    outcome = _outcome(text.encode())
    assert not isinstance(outcome, JipingError) or outcome.place is not None


def _outcome(data: bytes) -> object:
    try:
        return read_yaml(data, "表.yaml").plain()
    except JipingError as fault:
        return fault


def _read(text: str) -> Node:
    return read_yaml(text.encode(), "表.yaml")


def _fault(text: str) -> PackFault:
    with pytest.raises(PackFault) as raised:
        _read(text)
    return raised.value


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        ("project: 甲\nexpenditure：12.5\nunit: 乙\n", 2, "全角冒号"),
        ("project: 甲\nrows:\n- level3：乙\n  target: 1\n", 3, "全角冒号"),
        ('project: 甲\nunit: "乙\nyear: 2024\nrows:\n', 2, "引号是否成对"),
        ("rows:\n- level3: 甲\n  target: >= 10\n", 3, "请加引号"),
        ("project: 甲\ntitle: *\n", 2, "请加引号"),
        ("project: 甲\ntitle: yes\n", 2, "请写“是”或“否”"),
    ],
)
def test_a_slip_is_told_where_it_was_made(text: str, line: int, advice: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_yaml(text.encode(), "自评.yaml", UnreadableFile)
    assert raised.value.place is not None
    assert raised.value.place.line == line
    assert advice in f"{raised.value.what}{raised.value.remedy}"
