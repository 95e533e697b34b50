"""Spaces and widths of Chinese text: what a line break, a blank or a full-width digit means, and what it does not."""

import re
import unicodedata
from collections.abc import Iterable

_BLANK = re.compile(r"\s+")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％＋－，", "0123456789.%+-,")
_VALUE_DIGITS = str.maketrans("０１２３４５６７８９％", "0123456789%")
_BETWEEN_HANZI = re.compile(r"(?<=[^\x00-\xff])\s+(?=[^\x00-\xff])")
_LETTER = re.compile(r"[A-Za-z]")


def bare(text: str) -> str:
    """Return the text without any white space: labels and headings are compared so."""
    return _BLANK.sub("", text)


def label_text(text: str) -> str | None:
    """Return a label on one line, closed up where hanzi were spread out (决 策 指 标), None when there is none."""
    return _BETWEEN_HANZI.sub("", join(text.split("\n"))) or None


def half_width(text: str) -> str:
    """Return the text with figures and their signs in half width, character for character."""
    return text.translate(_HALF_WIDTH)


def value_text(text: str) -> str | None:
    """Return a cell's text on one line with half-width digits, None when there is none."""
    return join(text.split("\n")).translate(_VALUE_DIGITS) or None


def join(lines: Iterable[str]) -> str:
    """Join the lines of one wrapped text; only two Latin words need a space between them."""
    text = ""
    for line in map(str.strip, lines):
        latin = text and line and _LETTER.match(text[-1]) and _LETTER.match(line[0])
        text = f"{text} {line}" if latin else text + line
    return text


def width(text: str) -> int:
    """Return the printed width in half-width columns."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
