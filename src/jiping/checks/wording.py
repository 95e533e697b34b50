"""Whether a short text holds a word of a pack's list. Remembered, because cells repeat and a pack never changes."""

from collections.abc import Iterable
from functools import lru_cache

from jiping.rulepack.pack import RulePack

_SHOWN = 3


@lru_cache(maxsize=1 << 16)
def found(pack: RulePack, name: str, text: str) -> str | None:
    """Return the first word of the list `name` that stands in `text`, None when none does."""
    return next((word for word in pack.words(name) if word in text), None)


@lru_cache(maxsize=1 << 14)
def is_one_of(pack: RulePack, name: str, text: str) -> bool:
    """True when the whole text is a word of the list `name`."""
    return text.strip() in pack.words(name)


@lru_cache(maxsize=1 << 14)
def says_something(pack: RulePack, text: str | None) -> bool:
    """True unless `text` is absent, blank, a printed placeholder or a word such as 无 that explains nothing."""
    plain = (text or "").strip().rstrip("。.")
    return bool(plain) and plain not in pack.lexicon.placeholders and plain not in pack.words("empty_answers")


def listing(names: Iterable[str]) -> str:
    """Return `names` as a phrase, the first three by name and the rest by count."""
    each = tuple(dict.fromkeys(names))
    shown = "、".join(each[:_SHOWN])
    return shown if len(each) <= _SHOWN else f"{shown}等 {len(each)} 个"


def quoted(texts: Iterable[str]) -> str:
    """Return the texts in quotation marks, each once, in order."""
    return "、".join(map(quote, dict.fromkeys(texts)))


def quote(text: str) -> str:
    """Return `text` in quotation marks, without its closing mark; quotation marks inside become single ones."""
    return f"“{text.strip().rstrip('。；;').replace('“', '‘').replace('”', '’')}”"
