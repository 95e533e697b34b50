"""Sketches of texts (MinHash): texts that are nearly equal agree in a band, others seldom do."""

from collections.abc import Sequence
from copy import copy
from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from jiping.checks.likeness import pieces

_BANDS, _ROWS = 10, 5  # of texts eight tenths alike 98 in 100 share a band, of texts three tenths alike 2 in 100


def bands(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """Return the bands of every text as numbers of 64 bits, each told from the others by its place."""
    return [_bands(text) for text in texts]


@lru_cache(maxsize=1 << 12)  # many filings share a text
def _bands(text: str) -> tuple[int, ...]:
    sketch = copy(blank())  # a shallow one is enough: what is brought in makes new hash values beside the old
    sketch.update_batch([piece.encode("utf-8", "replace") for piece in pieces(text)])
    rows = sketch.hashvalues.reshape(_BANDS, _ROWS)
    return tuple(place << 32 | crc32(row.tobytes()) for place, row in enumerate(rows))


@cache
def blank() -> Any:
    """Return the sketch of no text; the first call loads the library."""
    from datasketch import MinHash  # noqa: PLC0415 - takes a second to load, and a single filing never needs it

    return MinHash(num_perm=_BANDS * _ROWS, seed=1, hashfunc=crc32, scheme="affine32")
