"""Level labels in front of a row, whole or in pieces (满 意 / 度 指 / 标): taken only up to the end of a word."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from jiping.layouts.read.text.token import Token
from jiping.layouts.read.words.vocabulary import Vocabulary

_POINTS = re.compile(r"[（(]?\d+(?:\.\d+)?分?[）)]?$")
_WHOLE_ROW = 3  # name, target, actual
_LONGEST = 10  # a label set vertically, one character a line, with its points


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words of a row without its labels; `before` are words that stood in front of the labels.

    `doubtful` says that the row begins like a label, which was left in it to be its name (预算执行率).
    """

    level1: str | None
    level2: str | None
    words: Sequence[Token]
    before: Sequence[Token]
    doubtful: bool = False


def take_labels(words: Sequence[Token], vocabulary: Vocabulary) -> Labelled:
    """Return the row with its labels split off; labels inside it push what precedes them to the previous row."""
    for start in range(len(words)):
        if start and not words[start].begins:
            continue
        found = _labels_at(words, start, vocabulary)
        if found is not None and (start == 0 or found.words):
            return found
    return Labelled(None, None, words, ())


def _labels_at(words: Sequence[Token], start: int, vocabulary: Vocabulary) -> Labelled | None:
    """Return the likeliest labels at `start` that leave name, target and actual, or nothing at all.

    A label that may be either level (满意度指标) is taken for the second: the first is printed once for many rows.
    """
    level1, after1 = _take(words, start, vocabulary.level1)
    beneath, after2 = _take(words, after1, vocabulary.level2)
    level2, after = _take(words, start, vocabulary.level2)
    readings = (
        (level1, beneath, after2 if level1 and beneath else start),
        (None, level2, after),
        (level1, None, after1),
    )
    for upper, lower, end in readings:
        if end > start and (len(words) - end >= _WHOLE_ROW or end == len(words)):
            return Labelled(upper, lower, words[end:], words[:start])
    return Labelled(None, None, words, (), doubtful=True) if start == 0 and (level1 or level2) else None


def _take(words: Sequence[Token], start: int, names: Collection[str]) -> tuple[str | None, int]:
    """Return the longest name that ends with a word, and the index behind it."""
    for end in range(min(start + _LONGEST, len(words)), start, -1):
        text = "".join(word.text for word in words[start:end])
        if _POINTS.sub("", text) in names:
            return text, end
    return None, start
