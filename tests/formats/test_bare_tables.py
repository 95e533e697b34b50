"""Tables without any line, and lines as browsers draw them."""

from decimal import Decimal

from formats.test_level_lines import level, only_table, page, texts, word
from jiping.domain.document import Table
from jiping.domain.place import Place
from jiping.formats.ruled.centred import centred_blocks
from jiping.formats.ruled.lattice import lattices
from jiping.formats.ruled.marks import Char, Stroke
from jiping.formats.ruled.outlines import is_area

HEAD = ("一级指标", "三级指标", "年度指标值", "分值", "得分")
LEFTS = (5, 105, 205, 305, 405)
ROWS = (
    ("养护里程", "12公里", "10", "9.5"),
    ("及时率", "98%以上", "20", "20"),
    ("带动就业", "85人", "5", "5"),
    ("满意度", "95%", "8", "8"),
)


def line(cells: tuple[str, ...], top: float, lefts: tuple[int, ...] = LEFTS) -> list[Char]:
    return [char for text, left in zip(cells, lefts, strict=True) for char in word(text, left, top)]


def bare() -> Table:
    """Return a table in which one label is centred on three rows."""
    chars = line(HEAD, 100)
    for cells, top in zip(ROWS, (120, 140, 160, 180), strict=True):
        chars += line(cells, top, LEFTS[1:])
    chars += [*word("产出指标", 5, 140), *word("效益指标", 5, 180)]
    return only_table(page(chars, []))


def test_a_table_without_lines_is_read_by_its_texts_and_its_merged_labels_by_their_middle() -> None:
    assert texts(bare()) == [
        list(HEAD),
        ["产出指标", *ROWS[0]],
        ["产出指标", *ROWS[1]],
        ["产出指标", *ROWS[2]],
        ["效益指标", *ROWS[3]],
    ]


def test_nothing_in_a_table_without_lines_is_sure() -> None:
    assert {cell.confidence for row in bare().rows for cell in row} == {Decimal("0.5")}


def test_labels_that_stand_in_no_middle_are_not_merged() -> None:
    assert centred_blocks([5, 25], [0, 10, 20, 30, 40], 10) == ((0, 1), (1, 4))
    assert centred_blocks([15, 35], [0, 10, 20, 30, 40], 10) == ((0, 3), (3, 4))
    assert centred_blocks([1, 2], [0, 40, 80], 10) == ()


def test_a_row_cut_by_a_page_end_is_closed_above_and_below() -> None:
    walls = [Stroke(x, 100, x, 130) for x in (0, 50, 100)]
    (table,) = lattices([level(115, 0, 100), *walls], Place("页"))
    assert len(table.cells) == 4


def test_the_double_lines_of_separate_cells_and_the_frame_are_one() -> None:
    strokes = [level(y, 0, 100) for y in (0, 2.25, 4.5, 28, 30.25, 56, 58.25, 60.5)]
    strokes += [Stroke(x, 0, x, 60) for x in (0, 2.25, 4.5, 48, 50.25, 96, 98.25, 100.5)]
    (table,) = lattices(strokes, Place("页"))
    assert len(table.cells) == 4


def test_a_painted_background_is_no_line_but_a_thin_one_is() -> None:
    assert is_area([(0, 0), (100, 0), (100, 20), (0, 20)])
    assert not is_area([(0, 0), (100, 0), (100, 1), (0, 1)])
