"""Ruled lines put in order: nearly equal positions are one, pieces that nearly meet are one, specks are none."""

from collections import defaultdict
from collections.abc import Iterable

from jiping.formats.ruled.marks import Stroke

NEAR = 3.0
BAND = 2 * NEAR  # the double lines of neighbouring cells and the frame around them, at most
SHORTEST = 4.0

Rule = tuple[float, float, float]
"""Where a line stands across its direction, and its two ends along it."""


def rules_of(strokes: Iterable[Stroke]) -> tuple[list[Rule], list[Rule]]:
    """Return the level and the upright lines."""
    level, upright = [], []
    for stroke in strokes:
        if stroke.right - stroke.left >= stroke.bottom - stroke.top:
            level.append((stroke.top, stroke.left, stroke.right))
        else:
            upright.append((stroke.left, stroke.top, stroke.bottom))
    return _merged(level), _merged(upright)


def _merged(rules: list[Rule]) -> list[Rule]:
    """Put lines that nearly coincide at one position, and join pieces of one line."""
    at_same: defaultdict[float, list[tuple[float, float]]] = defaultdict(list)
    position = last = float("-inf")
    for at, start, end in sorted(rules):
        if at - last > NEAR or at - position > BAND:
            position = at
        last = at
        at_same[position].append((start, end))
    merged: list[Rule] = []
    for at, pieces in at_same.items():
        begun, reach = None, float("-inf")
        for start, end in sorted(pieces):
            if begun is None or start - reach > NEAR:
                if begun is not None and reach - begun >= SHORTEST:
                    merged.append((at, begun, reach))
                begun, reach = start, end
            reach = max(reach, end)
        if begun is not None and reach - begun >= SHORTEST:
            merged.append((at, begun, reach))
    return merged
