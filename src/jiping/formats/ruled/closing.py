"""Sides of a table that are left open: by custom at left and right, by a page end above and below.

Where the lines end together beyond the last line across them, the table ends there as well.
"""

from collections.abc import Sequence

from jiping.formats.ruled.rules import NEAR, Rule


def closed(level: list[Rule], upright: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Return the level and the upright lines with those that are missing at the sides."""
    upright = [*upright, *_missing(upright, level)]
    return [*level, *_missing(level, upright)], upright


def _missing(lines: Sequence[Rule], across: Sequence[Rule]) -> list[Rule]:
    """Return a line at each side where all lines across that reach beyond the outermost line end at one place."""
    start, end = min(across)[0], max(across)[0]
    first, last = min(lines)[0] - NEAR, max(lines)[0] + NEAR
    before = [begun for _, begun, _ in across if begun < first]
    behind = [ended for _, _, ended in across if ended > last]
    return [
        (side(ends), start, end)
        for side, ends in ((min, before), (max, behind))
        if len(ends) > 1 and max(ends) - min(ends) <= NEAR
    ]
