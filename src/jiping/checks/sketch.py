"""Sketches of texts (MinHash): texts that are nearly equal agree in a band, others seldom do.

A piece is five characters, as in `likeness`; a sketch holds the least number of any piece under each of some families
of numbers, and a band is a few of them folded into one.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import shake_128
from itertools import accumulate
from math import prod
from typing import Any, NamedTuple

_BANDS, _ROWS = 10, 5  # of texts eight tenths alike 98 in 100 share a band, of texts three tenths alike 2 in 100
_PIECE = 5


class Families(NamedTuple):
    """Fixed numbers that look like chance: `factors` and `terms` make the families, `folds` tell the rows of all bands
    apart, `steps` the characters of a piece.
    """

    factors: Any
    terms: Any
    folds: Any
    steps: Any


def bands(texts: Sequence[str]) -> list[list[int]]:
    """Return the bands of every text as signed numbers of 64 bits, each told from the others by its place."""
    import numpy as np  # noqa: PLC0415 - a single filing never needs it

    known = families()
    letters = ["".join(filter(str.isalnum, text)).ljust(_PIECE) for text in texts]
    starts = accumulate(map(len, letters), initial=0)
    spans = [end for start, text in zip(starts, letters, strict=False) for end in (start, start + len(text) - 4)]
    pieces = known.factors * _numbered("".join(letters), known.steps) + known.terms
    least = np.minimum.reduceat(pieces, spans, axis=1)[:, ::2]  # what lies between spans belongs to two texts
    folded = (least.reshape(_BANDS, _ROWS, len(texts)) * known.folds).sum(axis=1)
    bands_of_texts: list[list[int]] = folded.view("i8").T.tolist()
    return bands_of_texts


@cache
def families() -> Families:
    """Return the numbers all sketches are made with; the first call loads the library."""
    import numpy as np  # noqa: PLC0415

    def drawn(name: str, kind: str, *shape: int) -> Any:
        size = np.dtype(kind).itemsize * prod(shape)
        return np.frombuffer(shake_128(name.encode()).digest(size), kind).reshape(shape) | np.array(1, kind)

    one_each = (_BANDS * _ROWS, 1)
    folds = drawn("folds", "u8", _BANDS, _ROWS, 1)
    return Families(drawn("factors", "u4", *one_each), drawn("terms", "u4", *one_each), folds, drawn("steps", "u4", 3))


def _numbered(text: str, steps: Any) -> Any:
    """Return a number for every run of five characters of `text`, and one more to end with, as an array."""
    import numpy as np  # noqa: PLC0415

    one = np.frombuffer(f"{text} ".encode("utf-32-le", "surrogatepass"), "u4")
    two = one[:-1] * steps[0] + one[1:]
    four = two[:-2] * steps[1] + two[2:]
    five = four[:-1] * steps[2] + one[4:]
    return five ^ five >> 15
