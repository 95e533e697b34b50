"""The words of a text that say what it is about."""

from functools import lru_cache

from jiping.checks.wordlist import any_word
from jiping.rulepack.pack import RulePack


@lru_cache(maxsize=1 << 12)
def telling_pairs(text: str, pack: RulePack) -> tuple[str, ...]:
    """Return the two-character pieces of an indicator name or a goal that say what is measured or done."""
    core = any_word(pack, "generic_indicator_words").sub("｜", text)
    return tuple(core[i : i + 2] for i in range(len(core) - 1) if "｜" not in core[i : i + 2])
