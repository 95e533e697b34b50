"""Phrase tables: which row a match belongs to, what says nothing, how words are quoted."""

import re
from datetime import date

import pytest

from jiping.checks.excerpt import around
from jiping.checks.phrasebook import phrasebook, quoted, says_none
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack

PACK: RulePack = load_pack("national", date(2024, 12, 31))
TABLES = [
    name
    for name, editions in PACK.entries.items()
    if isinstance(editions[0].value, tuple)
    and editions[0].value
    and not isinstance(editions[0].value[0], str)
    and all("words" in row or "pattern" in row for row in PACK.table(name))
]


def test_a_match_belongs_to_the_first_row_that_has_it() -> None:
    book = phrasebook(PACK, "wrong_terms")
    assert [(words, row["right"]) for words, row in book.hits("个人帐户、帐户")] == [
        ("个人帐户", "个人账户"),
        ("帐户", "账户"),
    ]


@pytest.mark.parametrize(
    "entry", ["wrong_punctuation", "document_number_faults", "broken_sentences", "printed_prompts"]
)
def test_every_arm_begins_with_a_character_so_that_the_search_can_skip(entry: str) -> None:
    for row in PACK.table(entry):
        if "pattern" in row:
            assert not re.match(r"[\[(.^$*+?]|\\[dswDSW]", str(row["pattern"])), row


@pytest.mark.parametrize("entry", TABLES)
def test_every_table_of_words_can_be_searched(entry: str) -> None:
    assert phrasebook(PACK, entry).pattern.search("") is None


@pytest.mark.parametrize("text", ["无。", " 暂无 ", "没有问题！", "无"])
def test_nothing_is_said_in_several_ways(text: str) -> None:
    assert says_none(text, PACK)


@pytest.mark.parametrize("text", ["无法办理。", "暂无资金。", "", "部分人员未收到。"])
def test_a_sentence_that_begins_with_none_says_something(text: str) -> None:
    assert not says_none(text, PACK)


def test_quotation_marks_inside_become_single_and_repeats_are_dropped() -> None:
    assert quoted(["“助保贷款”贴息", "甲", "甲"]) == "“‘助保贷款’贴息”“甲”"


def test_an_excerpt_stays_within_its_sentence() -> None:
    text = "前一句。给予补助：次年再给。后一句"
    match = re.search("：", text)
    assert match is not None
    assert around(text, match) == "给予补助：次年再给"
