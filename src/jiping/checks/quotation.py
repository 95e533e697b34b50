"""How a message quotes a filing: words in quotation marks, the words around a fault, a list of names."""

import re
from collections.abc import Iterable

_SHOWN = 3
_REACH = 6
_BREAK = re.compile(r"[\n。；，、：]")


def quote(words: str) -> str:
    """Return the words in quotation marks; marks inside them become single ones."""
    return f"“{words.strip().replace('“', '‘').replace('”', '’')}”"


def quoted(words: Iterable[str]) -> str:
    """Return the words in quotation marks, each once, in order; GB/T 15834 sets no 、 between them."""
    return "".join(map(quote, dict.fromkeys(words)))


def around(text: str, match: re.Match[str]) -> str:
    """Return the match with a few characters on either side, within its clause; … stands where a clause goes on."""
    before = _BREAK.split(text[: match.start()])[-1]
    after = _BREAK.split(text[match.end() :], maxsplit=1)[0]
    opening = before if len(before) <= _REACH else f"…{before[-_REACH:]}"
    closing = after if len(after) <= _REACH else f"{after[:_REACH]}…"
    return f"{opening}{match.group()}{closing}".strip("，、；： ")


def listing(names: Iterable[str]) -> str:
    """Return `names` as a phrase, the first three by name and the rest by count."""
    each = tuple(dict.fromkeys(names))
    shown = "、".join(each[:_SHOWN])
    return shown if len(each) <= _SHOWN else f"{shown}等 {len(each)} 个"
