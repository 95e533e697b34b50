"""Pieces of a content stream as words of four bytes: figures, letters and shifts are looked up, never formatted.

Everything that changes lies on whole words of a page's stream, so that a block of pages is one matrix of words and a
field is filled for all of them at once. What fills words up is zero bytes, which no token has: they are taken out of a
page before it is packed.
"""

from typing import Any, Final

import numpy as np

from jiping.statements.figures import COMMA_BLANK, DIGIT_BLANK

BYTES: Final = 4
THOUSAND: Final = 1000


def words(pieces: list[str] | list[bytes]) -> Any:
    """Return pieces of four characters each as uint32 words."""
    joined = b"".join(piece if isinstance(piece, bytes) else piece.encode("latin-1") for piece in pieces)
    return np.frombuffer(joined, np.uint32).copy()


PADDING: Final = b"\0"
BLANK: Final = words([BYTES * PADDING])[0]
"""Nothing at all."""
NOTHING: Final = words([COMMA_BLANK + 3 * DIGIT_BLANK])[0]
"""The place of three digits and their comma, empty."""

HEADS: Final = words(
    [COMMA_BLANK + f"{value:>3}" if value else COMMA_BLANK + 3 * DIGIT_BLANK for value in range(THOUSAND)]
)
"""The first three digits of a figure, by value; no digits at all for 0."""
UNITS: Final = words([COMMA_BLANK + f"{value:>3}" for value in range(THOUSAND)])
"""The same where the figure has no more digits: 0 is written."""
THREES: Final = words([f",{value:03}" for value in range(THOUSAND)])
"""Three digits after others."""
CENTS: Final = words([f".{value:02})" for value in range(100)])
"""The fen, and the end of the string."""
FOURS: Final = words([f"{value:04}" for value in range(10_000)])
"""Four digits, of shifts."""
HEXES: Final = words([f"{value:04x}" for value in range(0x10000)])
"""Two bytes, in hexadecimal."""


def shift(thousandths: Any) -> Any:
    """Return how far text moves, whole numbers of at most eight digits (…), as two words each (…, 2)."""
    return FOURS[np.stack(np.divmod(thousandths, 10_000), axis=-1)]


def grouped(values: Any) -> Any:
    """Return whole numbers of at most nine digits (…) as three words each (…, 3), padded on the left."""
    rest, low = np.divmod(values, THOUSAND)
    high, middle = np.divmod(rest, THOUSAND)
    out = np.empty((*values.shape, 3), np.uint32)
    out[..., 0] = HEADS[high]
    out[..., 1] = np.where(high > 0, THREES[middle], HEADS[middle])
    out[..., 2] = np.where(rest > 0, THREES[low], UNITS[low])
    return out
