"""Columns of two tables that are pieces of one: a piece shows only those edges at which one of its cells ends."""

from collections.abc import Sequence

from jiping.formats.ruled.rules import NEAR

Edges = tuple[float, ...]


def common_edges(upper: Edges, lower: Edges) -> Edges | None:
    """Return the edges both tables can be laid on: those of the finer one if the other has no edge of its own."""
    finer, coarser = (upper, lower) if len(upper) >= len(lower) else (lower, upper)
    ends = zip((finer[0], finer[-1]), (coarser[0], coarser[-1]), strict=True)
    if any(abs(a - b) >= NEAR for a, b in ends):
        return None
    met = {nearest(edge, finer) for edge in coarser if abs(edge - finer[nearest(edge, finer)]) < NEAR}
    return finer if len(met) == len(coarser) else None


def nearest(edge: float, edges: Sequence[float]) -> int:
    """Return the index of the one among `edges` that stands closest."""
    return min(range(len(edges)), key=lambda i: abs(edges[i] - edge))
