"""Columns told from the text alone: where two texts of a line leave a gap, line after line, two columns part.

A gap on a full line counts for more than one on a line of two or three texts, and a text across it against it in the same way.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from jiping.formats.ruled.pieces import Piece
from jiping.formats.ruled.rules import NEAR

TOUCH = 1.0  # points a text may reach over an edge and still stand beside it
LINE = 0.7  # sizes of a letter between the middles of two texts on one line
LEAST = 0.5  # full lines that must agree on an edge the page before did not show
MOST_PARTED = 0.05  # share of the texts of a page that an edge of the page before may go through

Gap = tuple[float, float]


def column_edges(
    pieces: Sequence[Piece], sides: tuple[float, float], known: Iterable[float] = (), earlier: Sequence[float] = ()
) -> tuple[float, ...]:
    """Return the edges of the columns between two sides; the `known` ones are among them.

    The edges of an `earlier` table are taken where they part this text as well, it is the
    same table on a new page; gaps it did not show are added.
    """
    parted = [piece for piece in pieces if _is_parted(piece, earlier)]
    goes_on = _same_sides(earlier, sides) and len(parted) <= MOST_PARTED * len(pieces)
    texts = [piece for piece in parted if not piece.is_figure]
    whole = [edge for edge in earlier if not any(crosses(piece, edge) for piece in texts)]
    edges = sorted(whole if goes_on else (*sides, *known))
    by_left = sorted(pieces)
    for low, high in _best_first(pieces, LEAST if goes_on else 0):
        edge = (low + high) / 2
        at = bisect_left(edges, edge)
        if 0 < at < len(edges) and _holds(by_left, edges[at - 1], edge) and _holds(by_left, edge, edges[at]):
            edges.insert(at, edge)
    return tuple(edges)


def crosses(piece: Piece, edge: float) -> bool:
    """Tell whether a piece stands on both sides of an edge, without a gap that the edge may pass through."""
    on_both = piece.left < edge - TOUCH and edge + TOUCH < piece.right
    return on_both and not any(low - TOUCH < edge < high + TOUCH for low, high in piece.slits)


def _same_sides(earlier: Sequence[float], sides: tuple[float, float]) -> bool:
    return len(earlier) > 1 and abs(earlier[0] - sides[0]) < NEAR and abs(earlier[-1] - sides[1]) < NEAR


def _is_parted(piece: Piece, edges: Sequence[float]) -> bool:
    """Tell whether an edge goes through a piece that is about as wide as a column, and so not set over several."""
    at = bisect_left(edges, (piece.left + piece.right) / 2)
    width = edges[at] - edges[at - 1] if 0 < at < len(edges) else 0
    return piece.right - piece.left < width and any(crosses(piece, edge) for edge in edges)


def _holds(by_left: Sequence[Piece], low: float, high: float) -> bool:
    """Tell whether a text stands wholly between two edges."""
    start = bisect_left(by_left, low - TOUCH, key=lambda each: each.left)
    end = bisect_right(by_left, high, key=lambda each: each.left)
    return any(each.right <= high + TOUCH for each in by_left[start:end])


def _best_first(pieces: Sequence[Piece], least: float) -> list[Gap]:
    """Return the stretches across which more gaps lie than texts, by `least` full lines, those with the most gaps first."""
    changes: dict[float, float] = {}
    for (low, high), weight in _weighed(pieces):
        changes[low] = changes.get(low, 0) + weight
        changes[high] = changes.get(high, 0) - weight
    bounds = sorted(changes)
    sums = accumulate(changes[each] for each in bounds)
    stretches = [(total, high - low, low, high) for total, (low, high) in zip(sums, pairwise(bounds), strict=False)]
    return [(low, high) for total, _, low, high in sorted(stretches, reverse=True) if total > least]


def _weighed(pieces: Sequence[Piece]) -> Iterator[tuple[Gap, float]]:
    """Yield every gap with the weight of its line, and every text with the same weight against."""
    by_height = sorted(pieces, key=lambda each: each.middle)
    middles = [each.middle for each in by_height]
    lines = []
    for piece in pieces:
        reach = LINE * piece.size
        line = by_height[bisect_left(middles, piece.middle - reach) : bisect_right(middles, piece.middle + reach)]
        lines.append((piece, line))
    fullest = max((len(line) for _, line in lines), default=1)
    for piece, line in lines:
        weight = (len(line) / fullest) ** 3
        yield (piece.left + TOUCH, piece.right - TOUCH), -weight
        after = min((each.left for each in line if each.left > piece.right - TOUCH), default=None)
        if after is not None:
            yield (piece.right - TOUCH, after + TOUCH), weight
