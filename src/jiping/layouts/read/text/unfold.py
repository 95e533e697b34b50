"""Break text lines where a form begins a new line, so that a sheet run together on one line reads like any other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jiping.layouts.read.lines.reader import label_pattern
from jiping.layouts.read.stream import Item, Line
from jiping.layouts.read.words.lookup import Lookup


def unfold(items: Iterable[Item], lookup: Lookup) -> Iterator[Item]:
    """Yield the lines, broken before labels and around titles, headings and printed phrases that stand alone."""
    phrases = re.compile(rf"(?<!\S)(?:{'|'.join(_phrases(lookup))})(?!\S)")
    labels = label_pattern(lookup)
    for item in items:
        if isinstance(item, Line) and " " in item.text.strip():
            yield from _pieces(item, sorted(_breaks(item.text, phrases, labels)))
        else:
            yield item


def _breaks(text: str, phrases: re.Pattern[str], labels: re.Pattern[str]) -> set[int]:
    found = {at for each in phrases.finditer(text) for at in each.span()}
    return found | {each.start() for each in labels.finditer(text)}


def _pieces(line: Line, breaks: list[int]) -> Iterator[Line]:
    for start, end in zip([0, *breaks], [*breaks, len(line.text)], strict=True):
        piece = line.text[start:end]
        if piece.strip():
            yield replace(line, text=piece)


def _phrases(lookup: Lookup) -> Iterator[str]:
    words = [title.template for title in lookup.titles.values() if title.is_literal]
    words += [*lookup.fixed, *lookup.numbered_headings, *lookup.groups]
    yield from sorted(map(re.escape, words), key=len, reverse=True)
    yield from (pattern.pattern.strip() for pattern in _anonymous(lookup))


def _anonymous(lookup: Lookup) -> Iterator[re.Pattern[str]]:
    for loose in lookup.loose.values():
        yield re.compile(re.sub(r"\?P<\w+>", "?:", loose.pattern))
