"""Words of a pack's list in texts."""

from builders import YEAR_END
from jiping.checks.wordlist import found, is_one_of
from jiping.rulepack.load import load_pack

PACK = load_pack("national", YEAR_END)


def test_a_word_is_found_inside_a_text_but_a_list_of_whole_words_wants_the_whole() -> None:
    assert found(PACK, "vague_targets", "知晓率逐年提升") == "逐年提升"
    assert found(PACK, "vague_targets", "提升到 80%") is None
    assert is_one_of(PACK, "scale_labels", " 好坏 ")
    assert not is_one_of(PACK, "scale_labels", "好坏参半")
