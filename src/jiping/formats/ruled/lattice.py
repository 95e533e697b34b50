"""Tables from ruled lines: lines that touch belong together; a cell is what walls enclose, whatever it spans.

The boxes between neighbouring lines flow together where no wall parts them. What is open to the outside is no cell.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.cells import Position
from jiping.formats.guard import refuse_too_many_cells
from jiping.formats.ruled.closing import closed
from jiping.formats.ruled.marks import Stroke
from jiping.formats.ruled.rules import NEAR, Rule, rules_of

MOST_LINES = 4_000


@dataclass(frozen=True, slots=True)
class Lattice:
    """Edges of columns and rows, and the cells: row, column, rows spanned, columns spanned."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[int, int, int, int], ...]

    @property
    def top(self) -> float:
        return self.rows[0]

    def contains(self, other: "Lattice") -> bool:
        return (
            self is not other
            and self.columns[0] - NEAR <= other.columns[0]
            and other.columns[-1] <= self.columns[-1] + NEAR
            and self.rows[0] - NEAR <= other.rows[0]
            and other.rows[-1] <= self.rows[-1] + NEAR
        )


def lattices(strokes: Iterable[Stroke], place: Place) -> list[Lattice]:
    """Return the tables of a page from top to bottom; frames of one cell and tables within a cell are none."""
    level, upright = rules_of(strokes)
    if max(len(level), len(upright)) > MOST_LINES:
        raise UnreadableFile("一页上的线条太多，不像自评材料。", remedy="请确认选对了文件。", place=place)
    found = [lattice_of(*closed(h, v), place) for h, v in _touching(level, upright) if h and v]
    tables = [each for each in found if len(each.cells) > 1]
    outer = [each for each in tables if not any(other.contains(each) for other in tables)]
    return sorted(outer, key=lambda each: (each.top, each.columns[0]))


def _touching(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the lines in groups that hang together."""
    upright = sorted(upright)
    positions = [at for at, _, _ in upright]
    owner = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while owner[i] != i:
            owner[i] = owner[owner[i]]
            i = owner[i]
        return i

    for i, (y, left, right) in enumerate(level):
        for j in range(bisect_left(positions, left - NEAR), bisect_right(positions, right + NEAR)):
            if upright[j][1] - NEAR <= y <= upright[j][2] + NEAR:
                owner[root(len(level) + j)] = root(i)
    groups: defaultdict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate([*level, *upright]):
        groups[root(i)][i >= len(level)].append(rule)
    yield from groups.values()


def lattice_of(level: list[Rule], upright: list[Rule], place: Place) -> Lattice:
    """Return the cells these lines enclose."""
    rows, columns = (tuple(sorted({at for at, _, _ in rules})) for rules in (level, upright))
    refuse_too_many_cells(len(rows) * len(columns), place)
    floors = _walls(level, rows, columns)
    sides = _walls(upright, columns, rows)
    return Lattice(columns, rows, tuple(_cells(len(rows) - 1, len(columns) - 1, floors, sides)))


def _walls(rules: list[Rule], across: tuple[float, ...], along: tuple[float, ...]) -> set[Position]:
    """Return which edges are drawn: index of the line across, and of the stretch along it."""
    drawn: set[Position] = set()
    for at, start, end in rules:
        line = bisect_left(across, at)
        for stretch in range(max(0, bisect_left(along, start) - 1), len(along) - 1):
            if along[stretch] > end:
                break
            if start <= (along[stretch] + along[stretch + 1]) / 2 <= end:
                drawn.add((line, stretch))
    return drawn


def _cells(height: int, width: int, floors: set[Position], sides: set[Position]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the enclosed regions; one that is no rectangle is cut into rectangles, the topmost and widest first."""
    seen: set[Position] = set()
    for r in range(height):
        for c in range(width):
            if (r, c) in seen:
                continue
            region, is_open = _region((r, c), (height, width), floors, sides)
            seen |= region
            if not is_open:
                yield from _rectangles(region)


def _region(
    start: Position, size: tuple[int, int], floors: set[Position], sides: set[Position]
) -> tuple[set[Position], bool]:
    region, todo, is_open = {start}, [start], False
    while todo:
        r, c = todo.pop()
        for wall, walls, step in (
            ((r, c), floors, (r - 1, c)),
            ((r + 1, c), floors, (r + 1, c)),
            ((c, r), sides, (r, c - 1)),
            ((c + 1, r), sides, (r, c + 1)),
        ):
            if wall in walls or step in region:
                continue
            if 0 <= step[0] < size[0] and 0 <= step[1] < size[1]:
                region.add(step)
                todo.append(step)
            else:
                is_open = True
    return region, is_open


def _rectangles(region: set[Position]) -> Iterator[tuple[int, int, int, int]]:
    left = set(region)
    while left:
        r, c = min(left)
        width = 1
        while (r, c + width) in left:
            width += 1
        height = 1
        while all((r + height, c + i) in left for i in range(width)):
            height += 1
        left -= {(r + i, c + j) for i in range(height) for j in range(width)}
        yield r, c, height, width
