"""The words around a fault, short enough to quote and long enough to find."""

import re

_REACH = 6
_BREAK = re.compile(r"[\n。]")


def around(text: str, match: re.Match[str]) -> str:
    """Return the match with a few characters on either side, within its sentence."""
    before = _BREAK.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
    after = _BREAK.split(text[match.end() : match.end() + _REACH])[0]
    return f"{before}{match.group()}{after}".strip("，、；： ")
