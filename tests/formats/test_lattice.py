"""Tables from ruled lines: what walls enclose is a cell, whatever program drew the walls."""

import pytest

from jiping.domain.document import Block, Para, Table
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.ruled.lattice import MOST_LINES, lattices
from jiping.formats.ruled.marks import Char, PageMarks, Stroke
from jiping.formats.ruled.outlines import strokes_of
from jiping.formats.ruled.pages import part_of

HERE = Place("页")
Cells = list[tuple[int, int, int, int]]


def level(y: float, left: float = 0, right: float = 100) -> Stroke:
    return Stroke(left, y, right, y)


def upright(x: float, top: float = 0, bottom: float = 60) -> Stroke:
    return Stroke(x, top, x, bottom)


def cells(*strokes: Stroke) -> list[Cells]:
    return [list(each.cells) for each in lattices(strokes, HERE)]


def letters(text: str, x: float, y: float) -> list[Char]:
    return [Char(letter, x + 10 * i, y, x + 10 * i + 10, y + 10) for i, letter in enumerate(text)]


def blocks(chars: list[Char], *strokes: Stroke) -> tuple[Block, ...]:
    return part_of([PageMarks(1, 400, 600, chars, list(strokes))], "页").blocks


FRAME = (level(0), level(60), upright(0), upright(100))


def test_a_grid_has_a_cell_in_every_box() -> None:
    assert cells(*FRAME, level(30), upright(50)) == [[(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]]


def test_a_missing_wall_makes_a_merged_cell() -> None:
    assert cells(*FRAME, level(30, 50, 100), upright(50)) == [[(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]]


def test_lines_in_pieces_double_or_not_quite_meeting_are_one() -> None:
    pieces = (level(30, 0, 48), level(31, 50, 99), upright(50, 0, 29), upright(51, 31, 60))
    assert cells(*FRAME, *pieces) == [[(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]]


def test_a_frame_around_one_text_is_no_table_and_neither_are_lines_that_do_not_meet() -> None:
    assert cells(*FRAME) == []
    assert cells(level(0), level(30), level(60)) == []


def test_a_table_open_at_its_sides_keeps_its_outer_columns() -> None:
    assert cells(level(0), level(30), level(60), upright(50)) == [
        [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    ]


def test_two_tables_on_a_page_stay_two_from_top_to_bottom() -> None:
    lower = (level(200), level(260), upright(0, 200, 260), upright(50, 200, 260), upright(100, 200, 260))
    assert cells(*lower, *FRAME, upright(50)) == [[(0, 0, 1, 1), (0, 1, 1, 1)]] * 2


def test_a_small_table_within_a_cell_is_text_of_that_cell() -> None:
    inner = (level(10, 60, 90), level(20, 60, 90), upright(60, 10, 20), upright(75, 10, 20), upright(90, 10, 20))
    assert cells(*FRAME, upright(50), *inner) == [[(0, 0, 1, 1), (0, 1, 1, 1)]]


def test_an_outline_that_is_no_rectangle_is_cut_into_some() -> None:
    bent = (level(30, 0, 50), upright(50, 0, 30), level(0), level(60), upright(0), upright(100))
    assert cells(*bent) == [[(0, 0, 1, 1), (0, 1, 2, 1), (1, 0, 1, 1)]]


def test_text_beside_a_table_is_not_lost() -> None:
    found = blocks(letters("旁注", 200, 20) + letters("格", 10, 20), *FRAME, upright(50))
    assert [type(block) for block in found] == [Table, Para]
    assert isinstance(found[1], Para)
    assert found[1].text == "旁注"


def test_a_thin_box_is_a_line_and_a_slanted_one_none() -> None:
    assert list(strokes_of([(0, 0), (100, 0), (100, 1), (0, 1)], is_closed=True)) == [Stroke(0, 0.5, 100, 0.5)]
    assert list(strokes_of([(0, 0), (50, 50)], is_closed=False)) == []
    assert len(list(strokes_of([(0, 0), (100, 0), (100, 60), (0, 60)], is_closed=True))) == 4


def test_a_page_of_nothing_but_lines_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="线条太多"):
        lattices([level(10 * y) for y in range(MOST_LINES + 1)], HERE)
