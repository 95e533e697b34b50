"""What a repair changes, cell by cell, in the words of the form."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from jiping.domain.filing import Filing
from jiping.exchange.keys.filing import FILING
from jiping.exchange.plain import to_plain
from jiping.exchange.record import Listing, Record
from jiping.exchange.scalar import Json

_NAMES = ("level3", "name")  # what a row is called by
_HEADS = {"narrative": "正文", "headings": "标题"}


@dataclass(frozen=True, slots=True)
class Change:
    """One cell, or one line of running text: where it stands, what it said, what it says now."""

    where: str
    old: str
    new: str


def changes(before: Filing, after: Filing) -> Iterator[Change]:
    """Yield what differs between the two, in the order of the form."""
    old, new = to_plain(before), to_plain(after)
    for key in FILING.keys:
        if key.name.endswith("place") or old.get(key.name) == new.get(key.name):
            continue
        one, other = old.get(key.name), new.get(key.name)
        if isinstance(key.shape, Listing) and isinstance(key.shape.item, Record):
            yield from _rows(key.shape.item, one, other)
        elif key.name in _HEADS and isinstance(one, dict) and isinstance(other, dict):
            for name in one:
                yield from _lines(_HEADS[key.name], _text(one[name]), _text(other.get(name)))
        else:
            yield Change(_label(key.label), _text(one), _text(other))


def _rows(shape: Record, old: Json, new: Json) -> Iterator[Change]:
    if not isinstance(old, list) or not isinstance(new, list):
        return
    for one, other in zip(old, new, strict=True):
        if isinstance(one, dict) and isinstance(other, dict):
            named = next((_text(one[name]) for name in _NAMES if one.get(name)), "")
            for key in shape.keys:
                if one.get(key.name) != other.get(key.name):
                    yield Change(f"“{named}”{_label(key.label)}", _text(one.get(key.name)), _text(other.get(key.name)))


def _lines(where: str, old: str, new: str) -> Iterator[Change]:
    """Yield the lines of running text that differ."""
    before, after = old.split("\n"), new.split("\n")
    for tag, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            for one, other in zip_longest(before[start:end], after[begin:stop], fillvalue=""):
                yield Change(where, one, other)


def _label(label: str) -> str:
    return label.partition("，")[0]


def _text(value: Json) -> str:
    return "" if value is None else str(value)
