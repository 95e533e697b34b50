"""Columns of text as letters: the code points of all of them in one long array, and where each row begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

_CONTINUES, _CONTINUATION = 0xC0, 0x80  # the two highest bits of a UTF-8 byte that begins no character


@dataclass(frozen=True, slots=True)
class Letters:
    """Row i is `points[starts[i]:starts[i + 1]]`; `points` uint32 holds those of other columns too. A missing text has no letters."""

    points: Any
    starts: Any

    def text(self, row: int) -> str:
        return "".join(map(chr, self.points[self.starts[row] : self.starts[row + 1]]))


def letters_of(columns: Mapping[str, Any]) -> dict[str, Letters]:
    """Return the letters of Arrow arrays of strings, all of one length, by name."""
    array = pa.concat_arrays(list(columns.values())).fill_null("")
    points, starts = _letters(array)
    count = len(array) // len(columns)
    return {
        name: Letters(points, starts[place * count : (place + 1) * count + 1]) for place, name in enumerate(columns)
    }


def points_of(array: Any) -> Any:
    """Return the code points that occur in an Arrow array of strings, sorted."""
    points, _ = _letters(array.fill_null(""))
    seen = np.zeros(int(points.max()) + 1, bool)
    seen[points[:-1]] = True
    return np.flatnonzero(seen)


def _letters(array: Any) -> tuple[Any, Any]:
    """Return all code points, with a 0 behind them, and where each row begins."""
    _, offsets, data = array.buffers()
    if len(array) == 0 or data is None:
        return np.zeros(1, np.uint32), np.zeros(len(array) + 1, np.int64)
    places = np.frombuffer(offsets, np.int32, len(array) + 1, array.offset * 4)
    written = np.frombuffer(data, np.uint8)[places[0] : places[-1]]
    counted = np.zeros(len(written) + 1, np.int32)
    np.cumsum((written & _CONTINUES) != _CONTINUATION, out=counted[1:])
    points = np.frombuffer(written.tobytes().decode("utf-8").encode("utf-32-le") + bytes(4), np.uint32)
    return points, counted[places - places[0]]
