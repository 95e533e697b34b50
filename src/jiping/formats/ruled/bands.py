"""Texts that stand level, and the rows of a table they make where no line tells the rows."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from jiping.formats.ruled.pieces import Piece

LEVEL = 0.25  # letters between the middles of texts on one line
HALF = 0.95  # letters; lines of one cell stand a whole line apart, those of cells centred beside each other half a line
CLOSE = 1.06  # lines of one cell are not quite evenly spaced
ROOM = 2.5  # letters; a line that leaves less may go on below

Band = list[Piece]
Row = list[Band]


def letter(pieces: Iterable[Piece]) -> float:
    """Return the width of a whole letter of these texts, in points."""
    return median([(each.right - each.left) / len(each.text) for each in pieces if not each.text.isascii()] or [1.0])


def column_of(piece: Piece, edges: Sequence[float]) -> int:
    return bisect_right(edges, (piece.left + piece.right) / 2) - 1


def bands_of(pieces: Iterable[Piece], unit: float) -> list[Band]:
    """Return the texts by their heights, from top to bottom."""
    bands: list[Band] = []
    for piece in sorted(pieces, key=lambda each: each.middle):
        if not bands or piece.middle - bands[-1][0].middle > LEVEL * unit:
            bands.append([])
        bands[-1].append(piece)
    return bands


def rows_of(bands: Sequence[Band], edges: Sequence[float], names: int, unit: float) -> list[Row]:
    """Return the rows; only what stands right of the labels tells them, for a label may be merged over several.

    Lines of cells centred beside each other follow at half a line. A line with a few texts, a whole line above or below
    its row, goes on with full ones.
    """
    telling = _telling(bands, edges, names)
    pitch = CLOSE * _pitch(telling, edges, unit)
    rows: list[Row] = []
    for band in telling:
        gap = band[0].middle - rows[-1][-1][0].middle if rows else 0.0
        if rows and (gap < HALF * unit or (gap <= pitch and _goes_on(rows[-1][-1], band, edges, unit))):
            rows[-1].append(band)
        else:
            rows.append([band])
    return rows


def _pitch(bands: Sequence[Band], edges: Sequence[float], unit: float) -> float:
    """Return how far the lines of one cell stand apart: as near as any two of one column."""
    heights = sorted((column_of(each, edges), each.middle) for band in bands for each in band)
    gaps = [b[1] - a[1] for a, b in pairwise(heights) if a[0] == b[0] and b[1] - a[1] > HALF * unit]
    return min(gaps, default=0.0)


def _telling(bands: Sequence[Band], edges: Sequence[float], names: int) -> list[Band]:
    """Return the lines without their labels; above and below the rows that have names the labels are all there is."""
    kept = [[each for each in band if column_of(each, edges) >= names] for band in bands]
    first, last = (next(at for at in order if kept[at]) for order in (range(len(kept)), reversed(range(len(kept)))))
    return [*bands[:first], *filter(None, kept[first : last + 1]), *bands[last + 1 :]]


def _goes_on(above: Band, below: Band, edges: Sequence[float], unit: float) -> bool:
    """Tell whether two lines are of one row: one has few texts, no figure, and each beside a text of the same column."""
    few, many = (above, below) if len(above) < len(below) else (below, above)
    columns, full = (
        {column_of(each, edges) for each in few},
        {column_of(each, edges) for each in above if _is_full(each, edges, unit)},
    )
    beside = {column_of(each, edges) for each in many}
    return 2 * len(few) < len(many) and columns <= beside & full and not any(each.is_figure for each in few)


def _is_full(piece: Piece, edges: Sequence[float], unit: float) -> bool:
    at = column_of(piece, edges)
    return edges[at + 1] - edges[at] - (piece.right - piece.left) < ROOM * unit
