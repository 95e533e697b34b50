"""Automatic numbers: what Word counts and shows but does not store as text, such as 一、 before a heading.

A paragraph or its style names a list and a level; the list's definition says how each level counts and looks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from jiping.formats.docx.markup import q
from jiping.formats.docx.ordinals import ordinal

_PLACEHOLDER = re.compile(r"%([1-9])")
_UNSEEN = frozenset({"bullet", "none"})
_PROPERTIES, _NUMBERED, _STYLE = q("pPr"), q("numPr"), q("pStyle")
_NOTE = "有的自动编号用了少见的格式，没有读入。"

ListLevel = tuple[str, int]
"""Id of a list (numId) and level from 0."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts: first number, format, pattern, and what follows the number."""

    start: int
    kind: str
    pattern: str
    gap: str


@dataclass
class Numbering:
    """The lists of a document and how far each has counted; numbers must be asked for in reading order."""

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)
    restarts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    by_style: Mapping[str, ListLevel] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)
    notes: dict[str, None] = field(default_factory=dict)

    def number_of(self, paragraph: etree._Element) -> str:
        """Return the number shown before a paragraph and count it; empty when there is none."""
        if not self.definitions:
            return ""
        found = self._list_of(paragraph)
        if found is None or found[0] not in self.definitions:
            return ""
        name, level = found
        definition = self.definitions[name]
        looks = self.levels.get(definition, {})
        look = looks.get(level)
        if look is None:
            return ""
        counts = self.counts.setdefault(definition, {})
        if name not in self.begun:
            self.begun.add(name)
            counts |= {at: start - 1 for at, start in self.restarts.get(name, {}).items()}
        counts[level] = counts.get(level, look.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return "" if look.kind in _UNSEEN else self._shown(look, looks, counts)

    def _list_of(self, paragraph: etree._Element) -> ListLevel | None:
        properties = next((child for child in paragraph if child.tag == _PROPERTIES), None)
        if properties is None:
            return None
        style = properties.find(_STYLE)
        inherited = self.by_style.get(style.get(q("val"), "")) if style is not None else None
        own = properties.find(_NUMBERED)
        return list_level(own, inherited) if own is not None else inherited

    def _shown(self, look: Level, looks: Mapping[int, Level], counts: Mapping[int, int]) -> str:
        def number(found: re.Match[str]) -> str:
            level = int(found[1]) - 1
            of = looks.get(level, look)
            text = ordinal(counts.get(level, of.start), of.kind)
            if text is None:
                self.notes[_NOTE] = None
            return text or ""

        shown = _PLACEHOLDER.sub(number, look.pattern)
        return shown + look.gap if shown.strip() else ""


def list_level(own: etree._Element, inherited: ListLevel | None) -> ListLevel | None:
    """Return the list and level a `w:numPr` names, filled up from the style's."""
    name, level = value_of(own, "numId"), value_of(own, "ilvl")
    before = inherited or ("", 0)
    return (name or before[0], int(level) if level.isdigit() else before[1]) if name or inherited else None


def value_of(source: etree._Element, name: str) -> str:
    """Return the value of a child element, empty when it is absent."""
    found = source.find(q(name))
    return found.get(q("val"), "") if found is not None else ""
