"""Phrase tables: which row a match belongs to, and how they are searched."""

import re
from datetime import date

import pytest

from jiping.checks.phrasebook import phrasebook
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
