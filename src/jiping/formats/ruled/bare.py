"""Tables without any line: rows by the texts that stand level, columns by the gaps, merged labels by where they are centred.

The lines that such a table lacks are put in; then it is read as one with level lines only.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jiping.domain.place import Place
from jiping.formats.cells import Position
from jiping.formats.ruled.bands import Band, Row, bands_of, column_of, letter, rows_of
from jiping.formats.ruled.gutters import column_edges
from jiping.formats.ruled.lattice import Lattice, lattice_of
from jiping.formats.ruled.level import FEWEST_EDGES, walls
from jiping.formats.ruled.marks import Char
from jiping.formats.ruled.merges import merged
from jiping.formats.ruled.pieces import Piece, pieces_of
from jiping.formats.ruled.rules import Rule

FEWEST_TEXTS = 4  # on one line of a table
FEWEST_ROWS = 5
FEWEST_FIGURES = 3  # in a column that tells the rows
MARGIN = 4.0  # points between the outermost texts and where a frame would be
BESIDE = 0.2  # letters between the middles of two texts of one row
NEARLY = 0.1  # of the rows


def bare_lattice(chars: Sequence[Char], place: Place, earlier: Sequence[float] = ()) -> Lattice | None:
    """Return the table these letters make, None where they make none."""
    texts = pieces_of(chars)
    unit = letter(texts)
    bands = bands_of(texts, unit)
    if sum(len(band) >= FEWEST_TEXTS for band in bands) < FEWEST_ROWS:
        return None
    several = [at for at, band in enumerate(bands) if len(band) > 1]
    bands = bands[several[0] : several[-1] + 1]
    pieces = [piece for band in bands for piece in band]
    sides = min(each.left for each in pieces) - MARGIN, max(each.right for each in pieces) + MARGIN
    edges = column_edges(pieces, sides, earlier=earlier)
    if len(edges) < FEWEST_EDGES:
        return None
    columns = _columns(pieces, edges)
    heading = _heading(bands, edges)
    names = _names_column([[each for each in column if each.middle > heading] for column in columns], unit)
    bounds = _bounds(rows_of(bands, edges, names, unit))
    rules = list(_rules(bounds, edges, merged(columns, bounds, names, unit)))
    return lattice_of(rules, walls(rules, bounds, edges, pieces), place)


def _columns(pieces: Iterable[Piece], edges: Sequence[float]) -> list[list[Piece]]:
    """Return the texts of every column."""
    columns: list[list[Piece]] = [[] for _ in edges[1:]]
    for piece in pieces:
        columns[max(0, min(column_of(piece, edges), len(columns) - 1))].append(piece)
    return columns


def _names_column(columns: Sequence[Sequence[Piece]], unit: float) -> int:
    """Return the first column that has a text in nearly every row, which the column with the most figures tells."""
    figures = [[each.middle for each in column if each.is_figure] for column in columns]
    anchors = max(figures, key=len)
    if len(anchors) < FEWEST_FIGURES:
        anchors = [each.middle for each in max(columns, key=len)]
    shares = [sum(_has_text(column, y, unit) for y in anchors) / max(1, len(anchors)) for column in columns]
    best = max((share for share, found in zip(shares, figures, strict=True) if len(found) < len(anchors)), default=1.0)
    return next((at for at, share in enumerate(shares) if share >= best - NEARLY), 0)


def _heading(bands: Sequence[Band], edges: Sequence[float]) -> float:
    """Return where the line stands that fills most columns without a figure."""
    named = [len({column_of(each, edges) for each in band if not any(one.is_figure for one in band)}) for band in bands]
    return bands[named.index(max(named))][0].middle if 2 * max(named) > len(edges) - 1 else 0.0


def _has_text(column: Sequence[Piece], y: float, unit: float) -> bool:
    """Tell whether a text is centred or begins at a height."""
    off = [each.middle - y for each in column if abs(each.middle - y) < unit * 1.1]
    return any(abs(a) < BESIDE * unit for a in off) or any(abs(a + b) < BESIDE * unit for a, b in pairwise(off))


def _bounds(rows: Sequence[Row]) -> list[float]:
    """Return where the rows part: half way between the texts of one and of the next."""
    tops = [min(each.middle - each.size / 2 for band in row for each in band) for row in rows]
    ends = [max(each.middle + each.size / 2 for band in row for each in band) for row in rows]
    return [tops[0] - MARGIN, *((a + b) / 2 for a, b in zip(ends, tops[1:], strict=False)), ends[-1] + MARGIN]


def _rules(bounds: Sequence[float], edges: Sequence[float], merged: set[Position]) -> Iterator[Rule]:
    """Yield a line at every bound, but none through a merged label."""
    for at, y in enumerate(bounds):
        for column, (left, right) in enumerate(pairwise(edges)):
            if (at, column) not in merged:
                yield y, left, right
