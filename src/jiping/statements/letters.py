"""Columns of text as letters: code points in one long array, and where each row begins."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

POINTS = 0x110000
"""How many code points Unicode has room for."""

_CONTINUES, _CONTINUATION = 0xC0, 0x80  # the two highest bits of a UTF-8 byte that begins no character


@dataclass(frozen=True, slots=True)
class Letters:
    """`points` uint32 (all letters); row i is `points[starts[i]:starts[i + 1]]`. A missing text has no letters."""

    points: Any
    starts: Any

    def text(self, row: int) -> str:
        return "".join(map(chr, self.points[self.starts[row] : self.starts[row + 1]]))


def letters_of(column: Any) -> Letters:
    """Return the letters of an Arrow column of strings."""
    array = pa.concat_arrays(column.chunks) if isinstance(column, pa.ChunkedArray) and column.num_chunks else column
    array = pa.array([], pa.string()) if isinstance(array, pa.ChunkedArray) else array.fill_null("")
    _, offsets, data = array.buffers()
    if len(array) == 0 or data is None:
        return Letters(np.zeros(1, np.uint32), np.zeros(len(array) + 1, np.int64))
    places = np.frombuffer(offsets, np.int32, len(array) + 1, array.offset * 4)
    written = np.frombuffer(data, np.uint8)[places[0] : places[-1]]
    counted = np.zeros(len(written) + 1, np.int64)
    np.cumsum((written & _CONTINUES) != _CONTINUATION, out=counted[1:])
    points = np.frombuffer(written.tobytes().decode("utf-8").encode("utf-32-le") + bytes(4), np.uint32)
    return Letters(points, counted[places - places[0]])


def used(columns: list[Letters]) -> Any:
    """Return the code points that occur, sorted."""
    seen = np.zeros(POINTS, bool)
    for letters in columns:
        seen[letters.points[: letters.starts[-1]]] = True
    return np.flatnonzero(seen)
