"""Sides of a table that are left open: by custom at left and right, by a page end above and below.

Where lines end together at or beyond the last line across them, the table ends there as well.
"""

from collections.abc import Sequence

from jiping.formats.ruled.rules import BAND, NEAR, Rule


def closed(level: list[Rule], upright: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Return the level and the upright lines with those that are missing at the sides."""
    walls = _closing(upright, level)
    return [*level, *_closing(level, [*upright, *walls])], [*upright, *walls]


def _closing(lines: Sequence[Rule], across: Sequence[Rule]) -> list[Rule]:
    """Return a line along either side where several lines across end."""
    first = _side(min(lines)[0], [(-begun, at) for at, begun, _ in across], -1)
    last = _side(max(lines)[0], [(ended, at) for at, _, ended in across], 1)
    return [*first, *last]


def _side(outermost: float, ends: Sequence[tuple[float, float]], outwards: int) -> list[Rule]:
    """Return the line at the outermost place, or farther `outwards` where all that reach beyond it end together."""
    beyond = [end for end, _ in ends if end > outwards * outermost + BAND]
    if beyond and max(beyond) - min(beyond) > NEAR:
        return []
    edge = max(beyond, default=outwards * outermost)
    met = [at for end, at in ends if abs(end - edge) <= BAND]
    return [(outwards * edge if beyond else outermost, min(met), max(met))] if len(met) > 1 else []
