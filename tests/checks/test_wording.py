"""Words of a pack's list in short texts."""

import pytest

from builders import YEAR_END
from jiping.checks.wording import found, is_one_of, listing, quote, quoted, says_something
from jiping.rulepack.load import load_pack

PACK = load_pack("national", YEAR_END)


@pytest.mark.parametrize("text", [None, "", " ", "无", "无。", "0", "/", "——"])
def test_an_empty_answer_says_nothing(text: str | None) -> None:
    assert not says_something(PACK, text)


def test_a_reason_says_something() -> None:
    assert says_something(PACK, "无人报名，停办两期")


def test_a_word_is_found_inside_a_text_but_a_list_of_whole_words_wants_the_whole() -> None:
    assert found(PACK, "vague_targets", "知晓率逐年提升") == "逐年提升"
    assert found(PACK, "vague_targets", "提升到 80%") is None
    assert is_one_of(PACK, "scale_labels", " 好坏 ")
    assert not is_one_of(PACK, "scale_labels", "好坏参半")


def test_a_long_list_of_names_is_told_by_three_and_a_count() -> None:
    assert listing(["甲", "乙", "甲", "丙"]) == "甲、乙、丙"
    assert listing(["甲", "乙", "丙", "丁"]) == "甲、乙、丙等 4 个"


def test_quotation_marks_inside_become_single_ones() -> None:
    assert quote("“半日通”办成率。") == "“‘半日通’办成率”"
    assert quoted(["甲", "乙", "甲"]) == "“甲”、“乙”"
