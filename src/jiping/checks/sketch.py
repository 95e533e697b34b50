"""Sketches of texts (MinHash): texts that are nearly equal agree in a band, others seldom do."""

from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from jiping.checks.likeness import pieces

_BANDS, _ROWS = 8, 4  # of texts eight tenths alike 98 in 100 share a band, of texts three tenths alike 6 in 100


@lru_cache(maxsize=1 << 12)  # a text is sketched to find whom it may be like, and again beside them
def bands(text: str) -> tuple[str, ...]:
    """Return the bands of the sketch of `text`, each told from the others by its place."""
    sketch = blank().copy()
    sketch.update_batch([piece.encode("utf-8", "replace") for piece in pieces(text)])
    starts = range(0, _BANDS * _ROWS, _ROWS)
    return tuple(f"{start}:{sketch.hashvalues[start : start + _ROWS].tobytes().hex()}" for start in starts)


@cache
def blank() -> Any:
    """Return the sketch of no text; the first call loads the library."""
    from datasketch import MinHash  # noqa: PLC0415 - takes a second to load, and a single filing never needs it

    return MinHash(num_perm=_BANDS * _ROWS, seed=1, hashfunc=crc32, scheme="affine32")
