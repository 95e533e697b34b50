"""The ruled lines an outline draws, whether as a line, a box, or a box so thin that it is a line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jiping.formats.ruled.marks import Stroke

THIN = 4.0
STRAIGHT = 1.0

Point = tuple[float, float]


def strokes_of(outline: Sequence[Point], *, is_closed: bool) -> Iterator[Stroke]:
    """Yield the upright and level lines along these corners; slanted ones draw no table."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    if len(outline) in {4, 5} and all(_on_edge(point, xs, ys) for point in outline):
        yield from _box(min(xs), min(ys), max(xs), max(ys))
    else:
        for start, end in pairwise([*outline, *outline[: is_closed and 1]]):
            yield from _line(start, end)


def is_area(outline: Sequence[Point]) -> bool:
    """Tell whether an outline encloses more than a line: painted without being drawn it is a background, and rules nothing."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return min(max(xs) - min(xs), max(ys) - min(ys)) > THIN


def _box(left: float, top: float, right: float, bottom: float) -> Iterator[Stroke]:
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    if bottom - top <= THIN and bottom - top < right - left:
        yield Stroke(left, middle_y, right, middle_y)
    elif right - left <= THIN:
        yield Stroke(middle_x, top, middle_x, bottom)
    else:
        yield Stroke(left, top, right, top)
        yield Stroke(left, bottom, right, bottom)
        yield Stroke(left, top, left, bottom)
        yield Stroke(right, top, right, bottom)


def _line(start: Point, end: Point) -> Iterator[Stroke]:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    if right - left <= STRAIGHT:
        yield Stroke((left + right) / 2, top, (left + right) / 2, bottom)
    elif bottom - top <= STRAIGHT:
        yield Stroke(left, (top + bottom) / 2, right, (top + bottom) / 2)


def _on_edge(point: Point, xs: Sequence[float], ys: Sequence[float]) -> bool:
    """Tell whether a corner is one of its bounding box, so that the outline is a box."""
    return all(
        min(abs(value - min(values)), abs(value - max(values))) <= STRAIGHT
        for value, values in zip(point, (xs, ys), strict=True)
    )
