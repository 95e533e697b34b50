"""What every kind of source is turned into first: numbered lines of text."""

from dataclasses import dataclass
from pathlib import Path

from jiping.datasets.snapshot import SourceFile

MAX_WIDTH = 1_000  # cells a line


@dataclass(frozen=True, slots=True)
class Lines:
    """Records in a UTF-8 file, one a line, none of them blank.

    The first cell of a line is its number in the source; at most `width` cells follow, parted by `delimiter`. `marked`
    tells whether a cell may bear marks of a text cell or wide spaces, which have to be taken off.
    """

    path: Path
    delimiter: str
    width: int
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lines of one source."""

    source: SourceFile
    lines: Lines
