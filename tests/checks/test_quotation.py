"""How a message quotes a filing."""

import re

from jiping.checks.quotation import around, listing, quote, quoted


def test_a_long_list_of_names_is_told_by_three_and_a_count() -> None:
    assert listing(["甲", "乙", "甲", "丙"]) == "甲、乙、丙"
    assert listing(["甲", "乙", "丙", "丁"]) == "甲、乙、丙等 4 个"


def test_words_are_quoted_as_they_stand() -> None:
    assert quote(" 基本情况。。 ") == "“基本情况。。”"


def test_quotation_marks_inside_become_single_and_repeats_are_dropped() -> None:
    assert quoted(["“助保贷款”贴息", "甲", "甲"]) == "“‘助保贷款’贴息”“甲”"


def test_an_excerpt_says_where_its_clause_goes_on() -> None:
    text = "助保贷款贴息，为无能力缴纳基本养老保险符合贷款条件的本市城镇居民提供。"
    match = re.search("符合贷款", text)
    assert match is not None
    assert around(text, match) == "…基本养老保险符合贷款条件的本市城…"


def test_an_excerpt_stays_within_its_sentence() -> None:
    text = "前一句。给予补助：次年再给。后一句"
    match = re.search("：", text)
    assert match is not None
    assert around(text, match) == "给予补助：次年再给"
