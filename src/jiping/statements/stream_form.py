"""The content stream of a page as a form of fixed length: what stands still, and where the places to fill lie."""

from dataclasses import dataclass
from typing import Any, Final

from jiping.statements.pdf_objects import numbers
from jiping.statements.words import BYTES, PADDING, words


@dataclass(frozen=True, slots=True)
class Gap:
    """Words to fill, from `first` on."""

    first: int
    count: int

    @property
    def place(self) -> slice:
        return slice(self.first, self.first + self.count)


@dataclass(frozen=True, slots=True)
class Style:
    """The operators that choose a font, a colour, and whether the strokes are thickened (9.3)."""

    font: bytes
    colour: bytes
    thickness: bytes

    def after(self, before: "Style") -> bytes:
        """Return what is to be said after another style."""
        pairs = ((self.font, before.font), (self.colour, before.colour), (self.thickness, before.thickness))
        return b"".join(own for own, other in pairs if own != other)


NO_STYLE: Final = Style(b"", b"", b"")


class StreamForm:
    """Written from the beginning to the end; operators are those of ISO 32000-1, annex A."""

    def __init__(self) -> None:
        self._written = bytearray()
        self._style = NO_STYLE
        self._at = (0, 0)

    def words(self) -> Any:
        """Return the whole form as uint32 words."""
        return words([bytes(self._written)])

    def text(self, written: bytes) -> None:
        """Write what stands still, with padding before it so that it ends on a whole word."""
        self._written += PADDING * (-len(written) % BYTES) + written

    def gap(self, count: int, filling: bytes = BYTES * PADDING) -> Gap:
        """Leave `count` words to be filled; until then they hold `filling`."""
        first = len(self._written) // BYTES
        self._written += filling * count
        return Gap(first, count)

    def move(self, x: float, y: float) -> bytes:
        """Return how far it is to a point from the one moved to before, in tenths of a point; no error adds up.

        The same step is written the same way again and again, which packs to nothing.
        """
        across, up = round(x * 10) - self._at[0], round(y * 10) - self._at[1]
        self._at = self._at[0] + across, self._at[1] + up
        return numbers((across / 10, up / 10))

    def begin(self, x: float, y: float, style: Style) -> None:
        """Move to a point for text of a style, saying only what changes (9.3, 9.4.2)."""
        said = style.after(self._style)
        self._style = style
        self.text(b"%b%b Td" % (said, self.move(x, y)))


def style(font: bytes, size: float, fill: int, stroke: float) -> Style:
    """Return the style of a field in a colour of the palette; thickened strokes have the colour of the letters (8.6.8)."""
    thick = b"2 Tr %d SC %b w\n" % (fill, numbers([stroke])) if stroke else b"0 Tr\n"
    return Style(b"/%b %b Tf\n" % (font, numbers([size])), b"%d sc\n" % fill, thick)
