"""Draw a filing on an official form.

Shown is what the form has a place for. Evidence and waivers have none on any paper, department, budget and months only
where a form asks for them, a section only where it has a heading. Expenditure, stated score and stated satisfaction
appear where the prose says them (expenditure also as the total of the budget block).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from jiping.domain.document import Align, Block, Cell, Document, Para, Part, Role, Style, Table
from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing, Section
from jiping.domain.layout import (
    FactTable,
    FundTable,
    Layout,
    LayoutBlock,
    LayoutPart,
    Lines,
    NarrativeBlock,
    ScoreTable,
    SectionTable,
)
from jiping.layouts.draw.tables import draw_funds, draw_scores
from jiping.layouts.template import fill, pattern

_SECOND_LEVEL = re.compile(r"[（(][一二三四五六七八九十]+[）)][^。；]{1,30}")
_THIRD_LEVEL = re.compile(r"\d{1,2}[、．.][^。；]{1,30}")


def draw(filing: Filing, layout: Layout, grade: str | None = None) -> Document:
    """Return the filing on the form; `grade` (else the stated one) stands in the total row of the score table.

    Raises JipingError for a layout that is only read.
    """
    if not layout.parts:
        raise JipingError(
            f"表样“{layout.name}”只用于读取，不能打印。", remedy="请用 --layout 指定能打印的表样。", place=filing.place
        )
    facts = _facts(filing)
    parts = tuple(
        Part(part.name, tuple(_part(part, filing, facts, grade or filing.stated_grade))) for part in layout.parts
    )
    return Document(parts, title="　".join(text for text in (layout.title, filing.project) if text))


def layout_for(filing: Filing, layouts: Sequence[Layout]) -> Layout:
    """Return the first layout of the filing's form that can be drawn. Raises JipingError when there is none."""
    drawn = [layout for layout in layouts if layout.parts]
    for layout in drawn:
        if layout.form is filing.form:
            return layout
    raise JipingError(
        f"规则包没有“{filing.form}”的表样。",
        remedy=f"请用 --layout 指定表样：{'、'.join(layout.name for layout in drawn)}。",
        place=filing.place,
    )


def _facts(filing: Filing) -> Mapping[str, str]:
    """Return every fact a template may name, as text; absent facts are not in it."""
    known = {name: getattr(filing, name) for name in ("project", "unit", "year", "department", "started", "finished")}
    return {name: str(value) for name, value in {**known, **asdict(filing.sign_off)}.items() if value is not None}


def _part(part: LayoutPart, filing: Filing, facts: Mapping[str, str], grade: str | None) -> Iterator[Block]:
    yield Para(Style.TITLE, (_title(part, filing.title, facts),))
    for block in part.blocks:
        yield from _block(block, filing, facts, grade)


def _title(part: LayoutPart, stated: str | None, facts: Mapping[str, str]) -> str:
    """Return the filing's own title where this part would recognise it, otherwise the form's."""
    if stated is not None and any(pattern(title).fullmatch(stated) for title in part.titles):
        return stated
    return next(text for title in part.titles if (text := fill(title, facts)) is not None)


def _block(block: LayoutBlock, filing: Filing, facts: Mapping[str, str], grade: str | None) -> Iterator[Block]:
    match block:
        case Lines(style, templates):
            texts = tuple(text for template in templates if (text := fill(template, facts)) is not None)
            if texts:
                yield Para(style, texts)
        case FactTable():
            yield _fact_table(block, facts)
        case NarrativeBlock():
            yield from _narrative(block, filing)
        case SectionTable():
            yield _section_table(block, filing)
        case FundTable():
            if filing.funds:
                yield draw_funds(block, filing)
        case ScoreTable():
            yield draw_scores(block, filing, grade)


def _fact_table(block: FactTable, facts: Mapping[str, str]) -> Table:
    rows = []
    for pairs in block.rows:
        cells: list[Cell] = []
        for label, template in pairs:
            cells += [Cell(label, role=Role.LABEL), Cell(fill(template, facts) or "", align=Align.LEFT)]
        rest = len(block.widths_mm) - len(cells) + 1
        rows.append((*cells[:-1], Cell(cells[-1].text, colspan=rest, align=Align.LEFT)))
    return Table(tuple(rows), block.widths_mm)


def _narrative(block: NarrativeBlock, filing: Filing) -> Iterator[Block]:
    """Yield the sections there are; a form that nobody has begun to fill shows every heading."""
    told = tuple(filing.narrative.sections())
    if not told:
        yield from (Para(Style.HEADING1, (names[0],)) for names in block.headings.values())
    for _, section in told:
        yield Para(Style.HEADING1, (section.heading,))
        for paragraph in filter(None, section.text.split("\n")):
            yield Para(_paragraph_style(paragraph), (paragraph,))


def _paragraph_style(paragraph: str) -> Style:
    if _SECOND_LEVEL.fullmatch(paragraph):
        return Style.HEADING2
    return Style.HEADING3 if _THIRD_LEVEL.fullmatch(paragraph) else Style.BODY


def _section_table(block: SectionTable, filing: Filing) -> Table:
    heads = (Cell(names[0], role=Role.LABEL) for names in block.headings.values())
    sections: list[Section | None] = [getattr(filing.narrative, name) for name in block.headings]
    texts = (Cell(section.text if section else "", align=Align.LEFT) for section in sections)
    return Table(((Cell(block.label, rowspan=2, role=Role.LABEL), *heads), tuple(texts)), block.widths_mm)
