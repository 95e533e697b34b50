"""The neutral page between facts and file formats: paragraphs and tables, no fonts, no bytes.

Writers turn a Document into bytes, readers turn bytes into a Document. Neither knows what an indicator is.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from jiping.domain.place import Place


class Style(StrEnum):
    """The role of a paragraph on an official page (GB/T 9704); each writer owns its look."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    LINE = "line"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    BODY = "body"
    NOTE = "note"
    FLUSH = "flush"  # 主送机关: running text that begins at the margin
    SIGNED = "signed"  # 署名、成文日期: at the right


class Align(StrEnum):
    """Horizontal position of a cell's text."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Role(StrEnum):
    """What a cell is for, where a writer must know: headings repeat, numbers are typed, totals are summed."""

    HEADER = "header"
    LABEL = "label"
    TEXT = "text"
    NUMBER = "number"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph. Several texts on one LINE are spread over the line, left to right; `confidence` as of a Cell."""

    style: Style
    texts: tuple[str, ...]
    place: Place | None = field(default=None, compare=False)
    confidence: Decimal | None = field(default=None, compare=False)

    @property
    def text(self) -> str:
        return " ".join(self.texts)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell at the top left of the area it spans; `number` is the typed value of a numeric text.

    A TOTAL cell with a number is the sum of the NUMBER cells above it in its column. `confidence` between 0 and 1 is how
    sure the least sure letter is that was recognised from a picture; None where the file itself holds the text.
    """

    text: str
    rowspan: int = 1
    colspan: int = 1
    role: Role = Role.TEXT
    align: Align = Align.CENTER
    number: Decimal | None = None
    place: Place | None = field(default=None, compare=False)
    confidence: Decimal | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a position covered by a span from above or left holds no cell of its own."""

    rows: tuple[tuple[Cell, ...], ...]
    widths_mm: tuple[int, ...]
    header_rows: int = 0
    place: Place | None = field(default=None, compare=False)


Block = Para | Table


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks that starts on a new page (a new sheet in a workbook)."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the document, for machines; the visible text always wins over it."""

    name: str
    media_type: str
    content: bytes
    description: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: parts in order. `ruled` is False when the source had no tables to read (plain text)."""

    parts: tuple[Part, ...]
    title: str = ""
    attachment: Attachment | None = field(default=None, compare=False)
    ruled: bool = True
    notes: tuple[str, ...] = field(default=(), compare=False)


def grid(table: Table) -> list[list[Cell]]:
    """Return the table as a full matrix in which a spanning cell stands at every position it covers.

    Raises ValueError naming the position when cells overlap or leave a hole.
    """
    width = len(table.widths_mm)
    matrix: list[list[Cell | None]] = [[None] * width for _ in table.rows]
    for r, row in enumerate(table.rows):
        c = 0
        for cell in row:
            while c < width and matrix[r][c] is not None:
                c += 1
            for i in range(r, r + cell.rowspan):
                for j in range(c, c + cell.colspan):
                    if i >= len(matrix) or j >= width or matrix[i][j] is not None:
                        raise ValueError(f"cell {cell.text!r} does not fit at row {i + 1}, column {j + 1}")
                    matrix[i][j] = cell
            c += cell.colspan
    full: list[list[Cell]] = []
    for r, line in enumerate(matrix):
        if None in line:
            raise ValueError(f"no cell at row {r + 1}, column {line.index(None) + 1}")
        full.append([cell for cell in line if cell is not None])
    return full
