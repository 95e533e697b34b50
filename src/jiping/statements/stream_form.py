"""The content stream of a page as a form of fixed length: what stands still, and where the places to fill lie."""

from dataclasses import dataclass
from typing import Any

from jiping.statements.fields import Colour
from jiping.statements.pdf_objects import numbers
from jiping.statements.words import BYTES, words


@dataclass(frozen=True, slots=True)
class Gap:
    """Words to fill, from `first` on."""

    first: int
    count: int

    @property
    def place(self) -> slice:
        return slice(self.first, self.first + self.count)


class StreamForm:
    """Written from the beginning to the end; operators are those of ISO 32000-1, annex A."""

    def __init__(self) -> None:
        self._written = bytearray()
        self._style: bytes = b""
        self._at = (0, 0)

    def words(self) -> Any:
        """Return the whole form as uint32 words."""
        return words([bytes(self._written)])

    def text(self, written: bytes) -> None:
        """Write what stands still, with blanks before it so that it ends on a whole word."""
        self._written += b" " * (-len(written) % BYTES) + written

    def gap(self, count: int, filling: bytes = b"    ") -> Gap:
        """Leave `count` words to be filled; until then they hold `filling`."""
        first = len(self._written) // BYTES
        self._written += filling * count
        return Gap(first, count)

    def begin(self, x: float, y: float, style: bytes) -> None:
        """Move to a point, for text of a style; both are said only as far as they changed (9.4.2)."""
        across, up = round(x * 100), round(y * 100)
        if style != self._style:
            self.text(style + b"\n")
            self._style = style
        self.text(b"%b Td" % numbers(((across - self._at[0]) / 100, (up - self._at[1]) / 100)))
        self._at = across, up


def style(font: bytes, size: float, fill: Colour, stroke: float) -> bytes:
    """Return the operators that choose a font, a colour and how thick its strokes are (9.3)."""
    look = b"/%b %b Tf %b rg" % (font, numbers([size]), numbers(fill))
    return look + (b" 2 Tr %b RG %b w" % (numbers(fill), numbers([stroke])) if stroke else b" 0 Tr")
