"""Forms of many provinces, drawn by other programs with the habits of many clerks, are read cell by cell."""

from collections.abc import Callable, Iterator
from random import Random  # noqa: TID251 - seeded by layout, format and number

import pytest

from jiping.domain.document import Document
from jiping.formats.docx.reader import read as read_docx
from jiping.formats.pdf.reader import read as read_pdf
from jiping.formats.xlsx.reader import read as read_xlsx
from jiping.layouts.read.recognise import recognise
from layouts.test_round_trip import known
from strangers.drawers import to_docx, to_level_pdf, to_pdf, to_xlsx
from strangers.expected import Compared, compare
from strangers.form import NAMES, Drawer, Habits, StrangeForm, load, page, written
from strangers.invent import invent

VARIANTS = 20
ACCURACY = (995, 1000)
FORMATS: dict[str, tuple[Drawer, Callable[[bytes, str], Document]]] = {
    "docx": (to_docx, read_docx),
    "xlsx": (to_xlsx, read_xlsx),
    "pdf": (to_pdf, read_pdf),
    "level.pdf": (to_level_pdf, read_pdf),
}
WALLED = ("docx", "xlsx", "pdf")
LEVEL_ACCURACY = (97, 100)  # a floor under what is reached, 98


def habits(random: Random, form: StrangeForm, name: str) -> Habits:
    return Habits(
        levels=random.choice(("merged", "merged", "blank", "repeated")),
        points=random.choice(("10", "10", "10分", "full")),
        money=form.money or random.choice(("万元", "元")),
        unmerged="pdf" not in name and random.random() < 0.2,
        spread=random.random() < 0.2,
        wrapped="pdf" not in name and random.random() < 0.3,
        split=random.choice((None, None, "plain", "header")),
        apart=random.random() < 0.2,
        whole=random.random() < 0.25,
        typed=name == "xlsx" and random.random() < 0.4,
    )


def facts(form: StrangeForm, name: str, seed: int) -> Iterator[Compared]:
    """Yield the facts of one invented file: one filing, or three in a row."""
    random = Random(f"{form.name}/{name}/{seed}")
    clerk = habits(random, form, name)
    invented = [invent(random, form.tree) for _ in range(random.choice((1, 1, 3)))]
    draw, read = FORMATS[name]
    document = read(draw([page(form, each, clerk) for each in invented], clerk), f"{form.name}.{name}")
    found = recognise(document, *known()).filings
    yield Compared("几份自评", len(invented), len(found))
    for each, filing in zip(invented, found, strict=False):
        yield from compare(form, written(form, each), filing)


@pytest.mark.parametrize("name", WALLED)
@pytest.mark.parametrize("form", NAMES)
def test_the_cells_of_a_strangers_form_are_read_right(form: str, name: str) -> None:
    read = [fact for seed in range(VARIANTS) for fact in facts(load(form), name, seed)]
    wrong = [fact for fact in read if not fact.agrees]
    assert len(wrong) * ACCURACY[1] <= len(read) * (ACCURACY[1] - ACCURACY[0]), wrong[:20]


def test_most_cells_are_read_right_where_tables_have_level_lines_only() -> None:
    read = [fact for form in NAMES for seed in range(2) for fact in facts(load(form), "level.pdf", seed)]
    right = [fact for fact in read if fact.agrees]
    assert len(right) * LEVEL_ACCURACY[1] >= len(read) * LEVEL_ACCURACY[0]
