"""A picture of a page as letters and lines."""

from typing import Any

from jiping.formats.ruled.marks import Char, PageMarks, Stroke
from jiping.formats.scan.letters import letters
from jiping.formats.scan.picture import rules_and_rest, straightened, without_seals


def picture_marks(picture: Any, number: int, pixels_per_point: float) -> PageMarks:
    """Return what stands on a picture (rows × columns × blue, green, red), in points."""
    strokes, rest = rules_and_rest(straightened(without_seals(picture)))
    scale = pixels_per_point
    height, width = rest.shape
    return PageMarks(
        number,
        width / scale,
        height / scale,
        [
            Char(c.text, c.left / scale, c.top / scale, c.right / scale, c.bottom / scale, c.confidence)
            for c in letters(rest)
        ],
        [Stroke(*(side / scale for side in stroke)) for stroke in strokes],
    )
