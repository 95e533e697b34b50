"""Sketches of texts (MinHash): texts that are nearly equal agree in a band, others seldom do."""

from collections.abc import Iterator
from functools import cache
from typing import Any
from zlib import crc32

from jiping.checks.likeness import pieces

_BANDS, _ROWS = 8, 4  # of texts eight tenths alike 98 in 100 share a band, of texts three tenths alike 6 in 100


def bands(text: str) -> Iterator[str]:
    """Yield the bands of the sketch of `text`, each told from the others by its place."""
    sketch = blank().copy()
    sketch.update_batch([piece.encode("utf-8", "replace") for piece in pieces(text)])
    for start in range(0, _BANDS * _ROWS, _ROWS):
        yield f"{start}:{sketch.hashvalues[start : start + _ROWS].tobytes().hex()}"


@cache
def blank() -> Any:
    """Return the sketch of no text; the first call loads the library."""
    from datasketch import MinHash  # noqa: PLC0415 - takes a second to load, and a single filing never needs it

    return MinHash(num_perm=_BANDS * _ROWS, seed=1, hashfunc=crc32, scheme="affine32")
