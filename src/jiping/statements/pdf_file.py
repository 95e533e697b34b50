"""The file around the pages (ISO 32000-1, 7.5): header, objects, cross-reference stream."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, BinaryIO

import numpy as np

from jiping.statements.pdf_objects import CATALOG, numbered, stream

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""7.5.2; the second line tells that the file is binary."""

_TOGETHER = 128  # objects in a stream: a viewer unpacks it whole to read one
_FREE, _BY_ITSELF, _INSIDE = 0, 1, 2  # table 18: what an entry tells of
_LAST_GENERATION = 65535
_WIDTHS = (1, 4, 2)  # bytes of an entry's three numbers
_UP = 2  # PNG filter: only the difference to the row above is kept (7.4.4.4)


class PdfFile:
    """Writes objects in any order and remembers where each is; `opening` are bytes every file of a run begins with.

    `places` are where the objects of the opening begin; `count` is how many objects will follow them.
    """

    def __init__(self, out: BinaryIO, opening: bytes, places: Sequence[int], count: int) -> None:
        self._out = out
        self._size = 0
        self._entries = np.zeros((1 + len(places) + count, 3), np.int64)
        self._entries[0] = _FREE, 0, _LAST_GENERATION
        self._next = 1 + len(places) + count
        self.places(1, places)
        self.append(opening)

    @property
    def size(self) -> int:
        """How many bytes are written."""
        return self._size

    def append(self, written: bytes) -> None:
        self._out.write(written)
        self._size += len(written)

    def places(self, first: int, places: Sequence[int]) -> None:
        """Tell where objects that were appended begin, numbered from `first` on."""
        rows = self._entries[first : first + len(places)]
        rows[:, 0], rows[:, 1] = _BY_ITSELF, places

    def write_together(self, numbers: Sequence[int], bodies: Sequence[bytes]) -> None:
        """Write objects that are no streams, some of them packed into one (7.5.7)."""
        for at in range(0, len(numbers), _TOGETHER):
            self._pack(numbers[at : at + _TOGETHER], bodies[at : at + _TOGETHER])

    def _pack(self, numbers: Sequence[int], bodies: Sequence[bytes]) -> None:
        begins = accumulate(map(len, bodies[:-1]), initial=0)
        index = b" ".join(b"%d %d" % pair for pair in zip(numbers, begins, strict=True))
        entries = b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(index) + 1)
        self._entries[numbers, 0] = _INSIDE
        self._entries[numbers, 1] = self._next
        self._entries[numbers, 2] = range(len(numbers))
        self._write_next(stream(index + b"\n" + b"".join(bodies), entries))

    def _write_next(self, body: bytes) -> None:
        """Write one object under the next free number."""
        self._entries = np.vstack([self._entries, (_BY_ITSELF, self._size, 0)])
        self.append(numbered(self._next, body))
        self._next += 1

    def close(self, identity: bytes) -> None:
        """Write the cross-reference stream (7.5.8); `identity` names the file by its content (14.4)."""
        start = self._size
        name = identity.hex().encode()
        rows = _rows(np.vstack([self._entries, (_BY_ITSELF, start, 0)]))
        entries = b"/Type/XRef/Size %d/Root %d 0 R/ID[<%b><%b>]/W[%d %d %d]" % (
            len(rows),
            CATALOG,
            name,
            name,
            *_WIDTHS,
        )
        predictor = b"/DecodeParms<</Predictor 12/Columns %d>>" % sum(_WIDTHS)
        self._write_next(stream(rows.tobytes(), entries + predictor))
        self.append(b"startxref\n%d\n%%%%EOF\n" % start)


def _rows(entries: Any) -> Any:
    """Return the entries as bytes, each row after the number of its PNG filter."""
    parts = [entries[:, [column]].astype(">u8").view(np.uint8)[:, -width:] for column, width in enumerate(_WIDTHS)]
    rows = np.hstack(parts)
    filtered = np.diff(rows, axis=0, prepend=np.zeros((1, rows.shape[1]), np.uint8))
    return np.hstack([np.full((len(rows), 1), _UP, np.uint8), filtered])
