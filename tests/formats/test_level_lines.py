"""Tables with level lines only: rows by the lines, columns by the gaps; what cannot be told is marked."""

from decimal import Decimal

import pytest

from jiping.domain.document import Cell, Para, Table, grid
from jiping.formats.ruled.gutters import column_edges
from jiping.formats.ruled.marks import Char, PageMarks, Stroke
from jiping.formats.ruled.notes import note_on
from jiping.formats.ruled.pages import part_of
from jiping.formats.ruled.pieces import pieces_of

SIZE = 10.0


def word(text: str, left: float, top: float) -> list[Char]:
    """Return letters of half or whole width, drawn one after another."""
    chars = []
    for letter in text:
        width = SIZE / 2 if letter.isascii() else SIZE
        chars.append(Char(letter, left, top, left + width, top + SIZE))
        left += width
    return chars


def level(y: float, left: float = 0, right: float = 400) -> Stroke:
    return Stroke(left, y, right, y)


def page(chars: list[Char], strokes: list[Stroke]) -> PageMarks:
    return PageMarks(1, 600, 800, chars, strokes)


HEADING = [*word("一级指标", 5, 105), *word("三级指标", 105, 105), *word("分值", 205, 105), *word("得分", 305, 105)]
BODY = [
    *word("产出指标", 5, 135),
    *word("养护里程", 105, 125),
    *word("10", 205, 125),
    *word("9.5", 305, 125),
    *word("及时率", 105, 145),
    *word("20", 205, 145),
    *word("20", 305, 145),
]
LINES = [level(100), level(120), level(140, 100), level(160)]


def only_table(marks: PageMarks) -> Table:
    (table,) = [block for block in part_of([marks], "表.pdf").blocks if isinstance(block, Table)]
    return table


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid(table)]


def test_gaps_tell_the_columns_and_a_line_that_begins_later_a_merged_cell() -> None:
    assert texts(only_table(page(HEADING + BODY, LINES))) == [
        ["一级指标", "三级指标", "分值", "得分"],
        ["产出指标", "养护里程", "10", "9.5"],
        ["产出指标", "及时率", "20", "20"],
    ]


def test_a_text_over_several_columns_is_one_cell() -> None:
    whole = word("本项目由县交通运输局组织实施并负责日常管理", 105, 165)
    table = only_table(page(HEADING + BODY + whole, [*LINES, level(180)]))
    assert table.rows[-1][1] == Cell(
        "本项目由县交通运输局组织实施并负责日常管理", colspan=3, align=table.rows[0][0].align
    )


def test_nothing_between_two_whole_lines_parts_two_tables() -> None:
    lower = [each._replace(top=each.top + 100, bottom=each.bottom + 100) for each in HEADING + BODY]
    lines = [*LINES, *(each._replace(top=each.top + 100, bottom=each.bottom + 100) for each in LINES)]
    note = word("续表", 0, 175)
    found = [type(each) for each in part_of([page(HEADING + BODY + note + lower, lines)], "表.pdf").blocks]
    assert found == [Table, Para, Table]


def test_two_texts_in_one_cell_are_doubted() -> None:
    crossing = word("完成河道清淤改善水环境全年任务", 105, 165)
    more = [*crossing, *word("5", 305, 165)]
    table = only_table(page(HEADING + BODY + more, [*LINES, level(180)]))
    assert {cell.text: cell.confidence for cell in table.rows[1]} == {
        "产出指标": None,
        "养护里程": None,
        "10": None,
        "9.5": None,
    }
    beside = [*word("路面", 255, 165), *word("完成河道清淤改善水环境", 125, 165), *word("绿化", 155, 166)]
    doubted = only_table(page(HEADING + BODY + beside, [*LINES, level(180)])).rows[-1]
    assert Decimal("0.5") in {cell.confidence for cell in doubted}


def test_a_figure_wider_than_its_cell_stays_whole_beside_its_neighbours() -> None:
    figures = [*word("6517800.00", 70, 105), *word("6457500.00", 105, 105), *word("60300.00", 150, 105)]
    walls = [Stroke(x, 100, x, 120) for x in (80, 110, 150, 190)]
    table = only_table(page(figures, [level(100, 80, 190), level(120, 80, 190), *walls]))
    assert texts(table) == [["6517800.00", "6457500.00", "60300.00"]]


def test_figures_that_touch_at_a_wall_are_not_one() -> None:
    figures = [*word("468.15", 80, 105), *word("468.15", 110, 105)]
    walls = [Stroke(x, 100, x, 120) for x in (80, 110, 140)]
    assert texts(only_table(page(figures, [level(100, 80, 140), level(120, 80, 140), *walls]))) == [
        ["468.15", "468.15"]
    ]


def test_letters_drawn_over_others_are_another_piece() -> None:
    assert [each.text for each in pieces_of([*word("6517800.00", 70, 105), *word("6457500.00", 105, 105)])] == [
        "6517800.00",
        "6457500.00",
    ]


def test_the_columns_of_the_page_before_are_taken_where_they_fit() -> None:
    pieces = pieces_of([*word("产出", 5, 105), *word("10", 205, 105)])
    edges = (0.0, 100.0, 200.0, 300.0, 400.0)
    assert column_edges(pieces, (0, 400), earlier=edges) == edges
    assert column_edges(pieces, (0, 350), earlier=edges) != edges


@pytest.mark.parametrize(
    ("strokes", "told"),
    [(LINES, "只有横线"), ([], "没有线条"), ([*LINES, Stroke(0, 100, 0, 160)], None)],
    ids=["只有横线", "没有线条", "有竖线"],
)
def test_a_page_whose_tables_have_no_walls_is_told(strokes: list[Stroke], told: str | None) -> None:
    rows = [each._replace(top=each.top + y, bottom=each.bottom + y) for y in range(0, 100, 20) for each in HEADING]
    note = note_on(page(rows, strokes))
    assert (told is None and note is None) or (told is not None and note is not None and told in note)


@pytest.mark.parametrize(("second", "count"), [(85, 1), (150, 2)], ids=["居中", "不居中"])
def test_a_centred_title_over_two_lines_is_one(second: float, count: int) -> None:
    title = [*word("示例市农村公路养护专项资金二〇二三年度项目支出", 20, 50), *word("绩效自评报告", 20 + second, 65)]
    body = word("一、项目概况", 40, 100)
    blocks = part_of([page(title + body, [])], "报告.pdf").blocks
    assert len(blocks) == count + 1
