"""What does not fit its box, or needs the font of rare characters: wrapped, made smaller, written letter by letter."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jiping.statements.alphabet import Alphabet
from jiping.statements.fields import Text
from jiping.statements.pdf_objects import numbers
from jiping.statements.stream_form import NO_STYLE, style
from jiping.statements.text_places import LETTERS, RARE

_SIZES = (100, 90, 80, 70, 60, 50)  # percent of the size the designer chose
_NOT_FIRST = "，。、；：）」』》·,.)"  # signs no line begins with


@dataclass(frozen=True, slots=True)
class Laid:
    """Lines of text for a field, whose size and leading are those it took."""

    field: Text
    lines: tuple[str, ...]


def laid(field: Text, text: str, alphabet: Alphabet) -> Laid | None:
    """Return the text in the largest size in which it fits its box; None when it fits in none."""
    for percent in _SIZES:
        smaller = replace(field, size=field.size * percent / 100, leading=field.leading * percent / 100)
        lines = tuple(_lines(text, smaller.width / smaller.size * 1000, alphabet))
        if len(lines) <= max(field.lines, field.lines * 100 // percent):
            return Laid(_centred(field, smaller, len(lines)), lines)
    return None


def drawn(found: Laid, height: float, alphabet: Alphabet) -> bytes:
    """Return the operators that draw it on a page of this height."""
    field = found.field
    return b"BT\n%bET\n" % b"".join(
        _line(field, text, height - field.y - row * field.leading, alphabet) for row, text in enumerate(found.lines)
    )


def money(fen: int) -> str:
    """Return an amount as the fast lane writes it."""
    sign, fen = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{fen // 100:,}.{fen % 100:02}"


def _centred(field: Text, smaller: Text, lines: int) -> Text:
    """Keep the middle of the box where it was, if the text was made smaller."""
    if smaller.size == field.size:
        return field
    middle = field.y + (field.lines - 1) * field.leading / 2
    return replace(smaller, y=middle - (lines - 1) * smaller.leading / 2)


def _lines(text: str, width: float, alphabet: Alphabet) -> Iterator[str]:
    while text:
        taken = _taken(text, width, alphabet)
        yield text[:taken]
        text = text[taken:]


def _taken(text: str, width: float, alphabet: Alphabet) -> int:
    """Return how many letters stand on the first line: at least one, and no word or number broken if that can be helped."""
    used, fits = 0, 0
    while fits < len(text) and used + alphabet.advance(text[fits]) <= width:
        used += alphabet.advance(text[fits])
        fits += 1
    fits = max(fits, 1)
    place = fits
    while 0 < place < len(text) and not _may_break(text[place - 1], text[place]):
        place -= 1
    return place or fits


def _may_break(before: str, after: str) -> bool:
    words = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return not words and after not in _NOT_FIRST


def _line(field: Text, text: str, y: float, alphabet: Alphabet) -> bytes:
    free = field.width - sum(map(alphabet.advance, text)) * field.size / 1000
    x = field.x + {"left": 0.0, "center": free / 2, "right": free}[field.align]
    written = b"1 0 0 1 %b Tm\n" % numbers((x, y))
    for is_rare, run in _runs(text, alphabet):
        points = alphabet.rare if is_rare else alphabet.main
        codes = "".join(f"{bisect_left(points, ord(letter)) + 1:04x}" for letter in run)
        look = style(RARE if is_rare else LETTERS, field.size, field.fill, field.stroke)
        written += b"%b<%b>Tj\n" % (look.after(NO_STYLE), codes.encode())
    return written


def _runs(text: str, alphabet: Alphabet) -> Iterator[tuple[bool, str]]:
    """Yield pieces of one font each."""
    run, was_rare = "", False
    for letter in text:
        is_rare = not alphabet.words[ord(letter)]
        if run and is_rare != was_rare:
            yield was_rare, run
            run = ""
        run, was_rare = run + letter, is_rare
    yield was_rare, run
