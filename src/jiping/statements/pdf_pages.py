"""Pages and their contents (ISO 32000-1, 7.7.3.3 and 7.8.2): contents one after the other, pages packed together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from typing import Any

from jiping.statements.packing import LEVEL, packed
from jiping.statements.pdf_file import PdfFile
from jiping.statements.words import PADDING


@dataclass(slots=True)
class Printed:
    """What a file holds: page i is row i of the batch; its content stream is `lengths[i]` bytes from `offsets[i]`.

    `digests[i]` is the SHA-256 of those bytes as they stand in the file, `codes[i]` the verification code on the page,
    `slow` the rows that took the slow lane; `size` is the bytes of the whole file.
    """

    offsets: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    slow: list[int] = field(default_factory=list)
    size: int = 0


def page_contents(block: Any, more: Mapping[int, bytes]) -> Iterator[bytes]:
    """Yield the whole content of each page of `block` (n, m), without its padding and with what `more` adds to its row."""
    contents = block.tobytes()
    length = block.shape[1] * block.itemsize
    for row in range(len(block)):
        yield contents[row * length : (row + 1) * length].translate(None, PADDING) + more.get(row, b"")


def write_contents(file: PdfFile, contents: Iterable[bytes], first: int, printed: Printed) -> None:
    """Write the contents of pages as objects numbered from `first` on, and note where each went."""
    parts: list[bytes] = []
    places: list[int] = []
    place = file.size
    for number, content in zip(count(first), contents, strict=False):
        small = packed(content, LEVEL)
        head = b"%d 0 obj\n<</Filter/FlateDecode/Length %d>>stream\n" % (number, len(small))
        parts += (head, small, _END)
        places.append(place)
        printed.offsets.append(place + len(head))
        printed.lengths.append(len(small))
        printed.digests.append(sha256(small).digest())
        place += len(head) + len(small) + len(_END)
    file.places(first, places)
    file.append(b"".join(parts))


def page(parent: int, content: int) -> bytes:
    """Return a page object; size and resources it inherits."""
    return b"<</Type/Page/Parent %d 0 R/Contents %d 0 R>>" % (parent, content)


_END = b"\nendstream\nendobj\n"
