"""A grid of texts as cells with spans, and the tables a page end cuts it into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from strangers.form import ABOVE, LEFT, Habits, Page

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Drawn:
    """One cell at its upper left corner, counted from 0."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str


def cells(grid: Grid) -> Iterator[Drawn]:
    """Yield every cell with the area that `<` and `^` join to it."""
    for r, row in enumerate(grid):
        for c, text in enumerate(row):
            if text in {LEFT, ABOVE}:
                continue
            width = next((n for n in range(1, len(row) - c) if row[c + n] != LEFT), len(row) - c)
            height = next((n for n in range(1, len(grid) - r) if grid[r + n][c] != ABOVE), len(grid) - r)
            yield Drawn(r, c, height, width, text)


def tables(page: Page, habits: Habits) -> list[Grid]:
    """Return the grid, or the tables that a clerk or a page end makes of it."""
    cuts = [page.header.start] if habits.apart and page.header.start else []
    middle = page.rows.start + len(page.rows) // 2
    if habits.split is not None and len(page.rows) > 1:
        cuts.append(middle)
    header = [_begun(page.grid[n]) if n == page.header.start else page.grid[n] for n in page.header]
    found: list[Grid] = []
    for start, end in pairwise([0, *cuts, len(page.grid)]):
        rows = [_begun(page.grid[start]), *page.grid[start + 1 : end]]
        found.append([*header, *rows] if start == middle and habits.split == "header" else rows)
    return found


def _begun(row: Sequence[str]) -> tuple[str, ...]:
    """Return a row that nothing above reaches into any more."""
    return tuple("" if text == ABOVE else text for text in row)
