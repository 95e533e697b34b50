"""How a message quotes a filing: words in quotation marks, the words around a fault, a list of names."""

import re
from collections.abc import Iterable

_SHOWN = 3
_REACH = 6
_BREAK = re.compile(r"[\n。]")


def quote(words: str) -> str:
    """Return the words in quotation marks; marks inside them become single ones."""
    return f"“{words.strip().replace('“', '‘').replace('”', '’')}”"


def quoted(words: Iterable[str]) -> str:
    """Return the words in quotation marks, each once, in order; GB/T 15834 sets no 、 between them."""
    return "".join(map(quote, dict.fromkeys(words)))


def around(text: str, match: re.Match[str]) -> str:
    """Return the match with a few characters on either side, within its sentence."""
    before = _BREAK.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
    after = _BREAK.split(text[match.end() : match.end() + _REACH])[0]
    return f"{before}{match.group()}{after}".strip("，、；： ")


def listing(names: Iterable[str]) -> str:
    """Return `names` as a phrase, the first three by name and the rest by count."""
    each = tuple(dict.fromkeys(names))
    shown = "、".join(each[:_SHOWN])
    return shown if len(each) <= _SHOWN else f"{shown}等 {len(each)} 个"
