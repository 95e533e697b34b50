"""Tables drawn with level lines only: the lines tell the rows, and where cells are merged downwards; the text, the columns.

Which cells are merged sideways cannot be seen unless a text crosses from one column to the next: blanks stay beside the
others.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jiping.domain.place import Place
from jiping.formats.ruled.gutters import column_edges, crosses
from jiping.formats.ruled.lattice import Lattice, lattice_of
from jiping.formats.ruled.lines import lines_of
from jiping.formats.ruled.marks import Char, Stroke
from jiping.formats.ruled.pieces import Piece, pieces_of
from jiping.formats.ruled.rules import NEAR, Rule, rules_of

FEWEST_LINES = 3
FEWEST_EDGES = 3
FLUSH = 0.5  # points; the text of a cell keeps off its side
TITLE = 1.3  # sizes of the letters most used


def level_lattices(
    strokes: Iterable[Stroke], chars: Sequence[Char], place: Place, earlier: Sequence[float] = ()
) -> list[Lattice]:
    """Return the tables the level lines among these draw around the letters, from top to bottom.

    The first may go on with the columns of an `earlier` one, that of the page before.
    """
    level, _ = rules_of(strokes)
    stacks = sorted(part for stack in _stacks(level) for part in _parted(stack, chars))
    found = (_lattice(rules, chars, place, () if at else earlier) for at, rules in enumerate(stacks))
    return [each for each in found if each is not None]


def _stacks(level: Iterable[Rule]) -> list[list[Rule]]:
    """Return the lines in stacks, each within the widest of it."""
    stacks: list[list[Rule]] = []
    for rule in sorted(level, key=lambda each: each[1] - each[2]):
        for stack in stacks:
            if stack[0][1] - NEAR <= rule[1] and rule[2] <= stack[0][2] + NEAR:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [sorted(stack) for stack in stacks]


def _parted(stack: list[Rule], chars: Sequence[Char]) -> Iterator[list[Rule]]:
    """Yield the tables of a stack: between two there is nothing, or text that begins where the lines do, as no cell's does."""
    begun: list[Rule] = []
    for rule in stack:
        if begun and _is_whole(begun[-1], begun) and _ends(begun[-1], rule, chars):
            yield begun
            begun = []
        begun.append(rule)
    yield begun


def _is_whole(rule: Rule, stack: Iterable[Rule]) -> bool:
    """Tell whether a line is as wide as any of its table."""
    return all(rule[1] < start + NEAR and end - NEAR < rule[2] for _, start, end in stack)


def _ends(rule: Rule, below: Rule, chars: Iterable[Char]) -> bool:
    """Tell whether a table ends at a line: nothing stands between it and the next, or running text."""
    if rule[0] == below[0] or abs(rule[1] - below[1]) > NEAR:
        return False
    lines = lines_of(each for each in chars if rule[0] < (each.top + each.bottom) / 2 < below[0])
    if any(len(line.pieces) > 1 for line in lines):
        return False
    sizes = sorted(each.size for each in chars)
    return (
        not lines
        or abs(rule[2] - below[2]) > NEAR
        or min(line.left for line in lines) < rule[1] + FLUSH
        or lines[0].size > TITLE * sizes[len(sizes) // 2]
    )


def _lattice(level: list[Rule], chars: Sequence[Char], place: Place, earlier: Sequence[float]) -> Lattice | None:
    rows = sorted({at for at, _, _ in level})
    if len(rows) < (2 if earlier else FEWEST_LINES):
        return None
    left, right = min(start for _, start, _ in level), max(end for _, _, end in level)
    inside = [each for each in chars if rows[0] < (each.top + each.bottom) / 2 < rows[-1]]
    pieces = pieces_of(each for each in inside if left - NEAR < (each.left + each.right) / 2 < right + NEAR)
    known = {x for _, start, end in level for x in (start, end) if left + NEAR < x < right - NEAR}
    edges = column_edges(pieces, (left, right), known, earlier)
    if len(edges) < FEWEST_EDGES:
        return None
    return lattice_of(level, walls(level, rows, edges, pieces), place)


def walls(level: list[Rule], rows: list[float], edges: tuple[float, ...], pieces: Iterable[Piece]) -> list[Rule]:
    """Return an upright at every edge, but none where a text crosses it between two cells of one height."""
    middles = [(a + b) / 2 for a, b in pairwise(edges)]
    open_at: dict[float, set[int]] = {edge: set() for edge in edges}
    for piece in pieces:
        for edge, before, after in zip(edges[1:-1], middles, middles[1:], strict=False):
            if crosses(piece, edge) and not piece.is_figure:
                beside = _cell_rows(before, piece.middle, level, rows), _cell_rows(after, piece.middle, level, rows)
                if beside[0] == beside[1]:
                    open_at[edge].update(beside[0])
    return [
        (edge, top, bottom)
        for edge in edges
        for at, (top, bottom) in enumerate(pairwise(rows))
        if at not in open_at[edge]
    ]


def _cell_rows(x: float, y: float, level: list[Rule], rows: list[float]) -> range:
    """Return the rows of the cell at a point: from the line above it to the line below."""
    over = [at for at, start, end in level if start <= x <= end]
    at = bisect_right(over, y)
    return range(rows.index(over[max(0, at - 1)]), rows.index(over[min(at, len(over) - 1)]))
