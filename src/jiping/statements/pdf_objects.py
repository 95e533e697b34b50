"""Pieces of a PDF file as bytes (ISO 32000-1, 7.3): dictionaries are written by hand, streams packed here."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jiping.statements.packing import THOROUGH
from jiping.statements.packing import packed as deflated


@dataclass(slots=True)
class Objects:
    """Objects that refer to one another by number; 1 is the catalog, 2 the root of the pages, 3 their resources."""

    bodies: list[bytes] = field(default_factory=lambda: [b"", b"", b""])

    def add(self, body: bytes = b"") -> int:
        """Return the number the object gets; an empty one is reserved, and set later."""
        self.bodies.append(body)
        return len(self.bodies)

    def set(self, number: int, body: bytes) -> None:
        self.bodies[number - 1] = body


CATALOG, PAGES, RESOURCES = 1, 2, 3


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object packed with Flate (7.3.8, 7.4.4)."""
    return packed(deflated(content, THOROUGH), b"/Filter/FlateDecode" + entries)


def packed(content: bytes, entries: bytes) -> bytes:
    """Return a stream object whose content is as it will stand in the file."""
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(content), content)


def numbered(number: int, body: bytes) -> bytes:
    """Return an indirect object (7.3.10)."""
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def numbers(values: Iterable[float]) -> bytes:
    """Return numbers as PDF writes them (7.3.3): no exponent, nothing after the point that says nothing."""
    return b" ".join(number(value) for value in values)


def number(value: float) -> bytes:
    """Return a number with at most three decimals."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return b"0" if written == "-0" else written.replace("0.", ".", written.startswith(("0.", "-0."))).encode()
