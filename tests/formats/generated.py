"""Documents of any shape the domain allows: every row and every column of a table begins some cell."""

from decimal import Decimal

from hypothesis import strategies as st

from jiping.domain.document import Align, Block, Cell, Document, Para, Part, Role, Style, Table
from jiping.formats.cells import Position, table_of

LETTERS = "绩效自评价〔〕（），。：；、“”%％‰≥≤×÷→…㎡①Ⅲ𠮷䶮心一万元 0123456789.-+=<>&'\"/AbcXYZ@#"
WORDS = st.text(LETTERS, min_size=1, max_size=60).map(str.strip).filter(bool)
LONG = st.text("绩效自评价情况，。 20%万元A", min_size=500, max_size=1500).map(str.strip).filter(bool)
CELL_TEXTS = st.one_of(WORDS, st.just(""), st.tuples(WORDS, WORDS).map("\n".join), st.just("=SUM(A1:A9)"))
STATED = st.tuples(st.integers(0, 10**6), st.integers(0, 4)).map(lambda given: Decimal(given[0]).scaleb(-given[1]))


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    if draw(st.booleans()):
        number = draw(STATED)
        return Cell(f"{number:f}{draw(st.sampled_from(('', '%', '万元')))}", role=Role.NUMBER, number=number)
    return Cell(draw(CELL_TEXTS), role=draw(st.sampled_from(Role)), align=draw(st.sampled_from(Align)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    placed: dict[Position, Cell] = {}
    taken: set[Position] = set()
    for r in range(height):
        for c in range(width):
            if (r, c) in taken:
                continue
            cell = draw(cells())
            # The first row and column stay unmerged, so that no grid line is idle.
            rows = draw(st.integers(1, height - r)) if c else 1
            columns = draw(st.integers(1, width - c)) if r else 1
            while any((r, c + i) in taken for i in range(columns)):
                columns -= 1
            taken |= {(r + i, c + j) for i in range(rows) for j in range(columns)}
            placed[r, c] = Cell(cell.text, rows, columns, cell.role, cell.align, cell.number)
    widths = tuple(draw(st.integers(12, 40)) for _ in range(width))
    return table_of(placed, widths, header_rows=draw(st.integers(0, 1)))


PARAS = st.one_of(
    st.builds(lambda style, text: Para(style, (text,)), st.sampled_from(Style), st.one_of(WORDS, WORDS, LONG)),
    st.builds(lambda *texts: Para(Style.LINE, texts), WORDS, WORDS),
    st.builds(lambda *texts: Para(Style.LINE, texts), WORDS, WORDS, WORDS),
)
BLOCKS: st.SearchStrategy[Block] = st.one_of(PARAS, tables())
PARTS = st.builds(Part, WORDS, st.lists(BLOCKS, min_size=1, max_size=5).map(tuple))
DOCUMENTS = st.builds(Document, st.lists(PARTS, min_size=1, max_size=3).map(tuple), title=WORDS)
