"""Letters of a picture with their boxes and how sure the recognition is of each line."""

import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import numpy as np
from rapidocr_onnxruntime import RapidOCR

from jiping.formats.ruled.marks import Char
from jiping.formats.scan.picture import Gray


def letters(gray: Gray) -> Iterator[Char]:
    """Yield the letters of a picture, boxes in pixels."""
    found, _ = _engine()(np.stack([gray] * 3, axis=2), use_cls=False, return_word_box=True)
    for _, _, _, boxes, words, scores in found or []:
        for box, word, score in zip(boxes, words, scores, strict=True):
            yield from _spread(box, word, Decimal(f"{float(score):.2f}"))


def _spread(box: Iterable[Any], word: str, confidence: Decimal) -> Iterator[Char]:
    """Yield the letters of a word, which share its box by their usual widths."""
    corners = [(float(x), float(y)) for x, y in box]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    shares = [2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in word]
    step = (right - left) / max(1, sum(shares))
    for letter, share in zip(word, shares, strict=True):
        yield Char(letter, left, top, left + share * step, bottom, confidence)
        left += share * step


@cache
def _engine() -> Any:
    """Return the one recogniser of this process: loading its models takes a moment."""
    return RapidOCR()
