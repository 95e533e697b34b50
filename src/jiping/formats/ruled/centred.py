"""Labels merged over several rows, told by where they stand: a label is set in the middle of its rows."""

from collections.abc import Sequence
from itertools import pairwise

NEXT = 2.0  # letters from one line of a label to the next, at most
MOST_LINES = 8
LINE = 0.05  # letters; of two readings that fit the one of more labels is meant
OFF = 0.3  # letters a label may stand off the middle of its rows, on average

Blocks = tuple[tuple[int, int], ...]


def centred_blocks(middles: Sequence[float], bounds: Sequence[float], unit: float) -> Blocks:
    """Return first row and row behind of each label, of whose lines these are the `middles`, between the `bounds` of the rows.

    Every row has a label. Nothing where the labels do not stand in the middle of any rows.
    """
    best: dict[tuple[int, int], tuple[float, Blocks]] = {(0, 0): (0.0, ())}
    height, lines = len(bounds) - 1, len(middles)
    for row in range(height):
        for line in range(lines):
            begun = best.get((row, line))
            if begun is None:
                continue
            for end_line in _ends(middles, line, unit):
                middle = (middles[line] + middles[end_line - 1]) / 2
                for end_row in range(row + 1, height + 1):
                    off = abs(middle - (bounds[row] + bounds[end_row]) / 2)
                    if off < unit:
                        cost = begun[0] + off + LINE * unit * (end_line - line - 1)
                        if (end_row, end_line) not in best or cost < best[end_row, end_line][0]:
                            best[end_row, end_line] = cost, (*begun[1], (row, end_row))
    cost, blocks = best.get((height, lines), (0.0, ()))
    return blocks if blocks and cost <= OFF * unit * len(blocks) else ()


def _ends(middles: Sequence[float], line: int, unit: float) -> list[int]:
    ends = [line + 1]
    for at, (a, b) in enumerate(pairwise(middles[line : line + MOST_LINES]), start=line + 2):
        if b - a > NEXT * unit:
            break
        ends.append(at)
    return ends
