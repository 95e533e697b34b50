"""Pages and their contents, written one after the other (ISO 32000-1, 7.7.3.3 and 7.8.2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

from jiping.statements.packing import LEVEL, packed
from jiping.statements.pdf_file import PdfFile


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


def write_pages(file: PdfFile, contents: Iterable[bytes], first: int, parents: Sequence[int], printed: Printed) -> None:
    """Write pages whose objects are numbered from `first` on, content before page, and note where each went."""
    parts: list[bytes] = []
    place = file.size
    for number, content, parent in zip(count(first, 2), contents, parents, strict=False):
        small = packed(content, LEVEL)
        head = b"%d 0 obj\n<</Filter/FlateDecode/Length %d>>stream\n" % (number, len(small))
        page = b"%d 0 obj\n<</Type/Page/Parent %d 0 R/Contents %d 0 R>>\nendobj\n" % (number + 1, parent, number)
        begins = place + len(head)
        ends = begins + len(small) + len(_END)
        parts += (head, small, _END, page)
        file.places[number - 1 : number + 1] = place, ends
        printed.offsets.append(begins)
        printed.lengths.append(len(small))
        printed.digests.append(sha256(small).digest())
        place = ends + len(page)
    file.append(b"".join(parts))


_END = b"\nendstream\nendobj\n"
