"""Cut a stream into sheets at the titles of forms."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from jiping.domain.place import Place
from jiping.layouts.read.stream import Item, Line, only_text
from jiping.layouts.read.words.lookup import Lookup, Title
from jiping.layouts.spacing import bare, join, width
from jiping.layouts.template import pattern

_TITLE_LINES = 3
_TITLE_LENGTH = 80
_LONG_LINE = 60  # half-width columns; a line so long may break off in mid sentence
_BEHIND = re.compile(r"\s*(?:[（(]\s*[\d０-９]{4}\s*年?度?\s*[）)]|[（(]?(?:金额)?单位[：:](?:亿元|万元|元)[）)]?)$")
_BROKEN_OFF = re.compile(r"[^\x00-\xff。！？；：）]$")
_OF_FACTS = re.compile(r"[：:].*[：:]")


@dataclass(slots=True)
class Segment:
    """A run of lines and rows under one title; the first of a file may have none."""

    title: Title | None = None
    text: str | None = None
    place: Place | None = None
    items: list[Item] = field(default_factory=list)


def segments(items: Sequence[Item], lookup: Lookup) -> Iterator[Segment]:
    """Yield the sheets in order, with whatever stood before the first title."""
    find = _title_finder(lookup)
    segment, at = Segment(), 0
    while at < len(items):
        found = find(items, at)
        if found is None:
            segment.items.append(items[at])
            at += 1
            continue
        yield segment
        first, (title, text, at) = items[at], found
        segment = Segment(title, text, first.place if isinstance(first, Line) else first.starts[0].place)
    yield segment


def _title_finder(lookup: Lookup) -> Callable[[Sequence[Item], int], tuple[Title, str, int] | None]:
    """Return a function that finds a title at an index, and the index behind it."""
    literal = {bare(title.template): title for title in lookup.titles.values() if title.is_literal}
    beginnings = {text[:2] for text in literal}
    # what a title names is worth more than that it is one: {any} comes last
    known = sorted(lookup.titles.values(), key=lambda title: "{any}" in title.template)
    loose = [(pattern(title.template), title) for title in known if not title.is_literal]

    def find(items: Sequence[Item], at: int) -> tuple[Title, str, int] | None:
        lines: list[str] = []
        for line, end in _following(items, at):
            lines.append(line)
            text = _BEHIND.sub("", join(lines))
            whole = bare(text)
            if whole in literal:
                return literal[whole], join(lines), end
            for look, title in loose:
                if (len(lines) == 1 or "{year}" in title.template) and look.fullmatch(text):
                    return None if _in_mid_sentence(items, at) else (title, join(lines), end)
            if whole[:2] not in beginnings and not whole[:4].isdigit():
                return None
        return None

    return find


def _following(items: Sequence[Item], at: int) -> Iterator[tuple[str, int]]:
    """Yield the next few lines that are not blank, each with the index behind it."""
    count = 0
    for index in range(at, len(items)):
        item = items[index]
        text = only_text(item)
        if text is None or len(text) > _TITLE_LENGTH or (not text and index == at):
            return
        if text:
            yield text, index + 1
            count += 1
        if count == _TITLE_LINES:
            return


def _in_mid_sentence(items: Sequence[Item], at: int) -> bool:
    """Tell whether the line above was broken off; then what looks like a title is the end of a sentence.

    A line of several labelled facts (填表人：…　日期：…) is whole, however long.
    """
    for item in reversed(items[max(0, at - 6) : at]):
        if isinstance(item, Line) and item.text.strip():
            text = item.text.strip()
            return width(text) >= _LONG_LINE and bool(_BROKEN_OFF.search(text)) and not _OF_FACTS.search(text)
    return False
