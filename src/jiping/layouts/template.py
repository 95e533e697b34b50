"""Templates of a layout, both ways: `填报单位：{unit}` is filled to draw a line and matched to recognise it."""

import re
from collections.abc import Mapping
from functools import cache

_FIELD = re.compile(r"\{(\w+)\}")
_LABELLED = re.compile(r"(?P<label>[^{}]+)[：:]\s*\{(?P<field>\w+)\}")

# What may stand in a placeholder when a line is read; any other field takes whatever is there.
_KINDS = {
    "any": r"[^，。；：]{1,60}?",
    "year": r"\d{4}",
    "money": r"-?\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|元)",
    "number": r"-?\d+(?:\.\d+)?",
    "percent": r"\d+(?:\.\d+)?\s*%",
    "grade": r"[“\"]?[^\s，。；、,;（）“”\"]{1,4}",
}


def fill(template: str, facts: Mapping[str, str]) -> str | None:
    """Return the drawn text. Without its fact a labelled template keeps a blank, any other one yields None."""
    missing = any(name not in facts for name in _FIELD.findall(template))
    if missing and labelled(template) is None:
        return None
    return _FIELD.sub(lambda found: facts.get(found[1], ""), template).rstrip()


@cache
def labelled(template: str) -> tuple[str, str] | None:
    """Return label and field of a template such as `填报单位：{unit}`."""
    found = _LABELLED.fullmatch(template)
    return (found["label"], found["field"]) if found else None


@cache
def pattern(template: str) -> re.Pattern[str]:
    """Return what the template looks like in a text, however it is spaced; groups are field names."""
    pieces = _FIELD.split(template)
    literals = [r"\s*".join(re.escape(character) for character in piece if not character.isspace()) for piece in pieces]
    for index in range(1, len(pieces), 2):
        name = pieces[index]
        literals[index] = rf"\s*(?P<{name}>{_KINDS.get(name, '.+?')})\s*"
    return re.compile("".join(literals))
