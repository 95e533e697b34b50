"""Texts that are written and yet say nothing: 无, 暂无, a printed placeholder."""

import re
from functools import lru_cache

from jiping.rulepack.pack import RulePack

_LONGEST = 20  # characters; a text beyond it says more than that there is nothing
_NO_CONTENT = re.compile(r"[\s，。、；：！？,.;:!?]+")


def says_none(text: str, pack: RulePack) -> bool:
    """True when the whole text only says that there is nothing (无。暂无)."""
    return len(text) < _LONGEST and _NO_CONTENT.sub("", text) in pack.words("none_words")


@lru_cache(maxsize=1 << 14)
def says_something(pack: RulePack, text: str | None) -> bool:
    """True unless `text` is absent, blank, a printed placeholder or a word such as 无 that explains nothing."""
    plain = (text or "").strip().rstrip("。.")
    return bool(plain) and plain not in pack.lexicon.placeholders and plain not in pack.words("empty_answers")
