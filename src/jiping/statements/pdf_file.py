"""The file around the pages (ISO 32000-1, 7.5): header, objects, cross-reference table, trailer, and a balanced page tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from jiping.statements.pdf_objects import CATALOG, PAGES, numbered

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""7.5.2; the second line tells that the file is binary."""

_KIDS = 64  # of a node of the page tree


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the page tree (7.7.3): its number, its parent's, its children's, and how many pages hang below it."""

    number: int
    parent: int | None
    kids: tuple[int, ...]
    pages: int

    def body(self, entries: bytes = b"") -> bytes:
        above = b"" if self.parent is None else b"/Parent %d 0 R" % self.parent
        kids = b" ".join(b"%d 0 R" % kid for kid in self.kids)
        return b"<</Type/Pages%b/Count %d/Kids[%b]%b>>" % (above, self.pages, kids, entries)


def page_tree(pages: list[int], free: int) -> tuple[list[int], list[Node]]:
    """Return the parent of every page, and the nodes, the root last; the others are numbered from `free` on.

    A viewer reaches any page in few steps however many there are (7.7.3.3).
    """
    levels = [[(page, 1) for page in pages]]
    numbers: list[list[int]] = []
    while True:
        below = levels[-1]
        groups = range(0, len(below), _KIDS)
        is_root = len(groups) <= 1
        own = [PAGES] if is_root else list(range(free, free + len(groups)))
        free += 0 if is_root else len(groups)
        numbers.append(own)
        levels.append(
            [
                (name, sum(count for _, count in below[at : at + _KIDS]))
                for name, at in zip(own, groups or [0], strict=True)
            ]
        )
        if is_root:
            break
    nodes = [
        Node(
            name,
            None if name == PAGES else numbers[level + 1][place // _KIDS],
            tuple(kid for kid, _ in levels[level][place * _KIDS : (place + 1) * _KIDS]),
            count,
        )
        for level, own in enumerate(numbers)
        for place, (name, count) in enumerate(levels[level + 1][: len(own)])
    ]
    return [numbers[0][place // _KIDS] for place in range(len(pages))], nodes


class PdfFile:
    """Writes objects in any order and remembers where each begins; `opening` are bytes every file of a run begins with."""

    def __init__(self, out: BinaryIO, opening: bytes, places: list[int]) -> None:
        self._out = out
        self._size = 0
        self.places = places
        self.append(opening)

    @property
    def size(self) -> int:
        """How many bytes are written."""
        return self._size

    def append(self, written: bytes) -> None:
        self._out.write(written)
        self._size += len(written)

    def write(self, number: int, body: bytes) -> None:
        """Write one object."""
        self.places[number - 1] = self._size
        self.append(numbered(number, body))

    def close(self, identity: bytes) -> None:
        """Write the cross-reference table (7.5.4) and the trailer (7.5.5); `identity` names the file by its content (14.4)."""
        start = self._size
        self.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(self.places) + 1))
        self.append(b"".join(_entries(self.places)))
        name = identity.hex().encode()
        self.append(
            b"trailer\n<</Size %d/Root %d 0 R/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (len(self.places) + 1, CATALOG, name, name, start)
        )


def _entries(places: list[int]) -> Iterator[bytes]:
    for place in places:
        yield b"%010d 00000 n \n" % place
