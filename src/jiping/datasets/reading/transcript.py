"""What every kind of source is turned into first: numbered lines of text."""

from dataclasses import dataclass
from pathlib import Path

from jiping.datasets.snapshot import SourceFile

MAX_WIDTH = 1_000  # cells a line


@dataclass(frozen=True, slots=True)
class Transcript:
    """Records of one source in a UTF-8 file, one a line, none of them blank.

    The first cell of a line is its number in the source; at most `width` cells follow, parted by `delimiter`.
    """

    source: SourceFile
    path: Path
    delimiter: str
    width: int
