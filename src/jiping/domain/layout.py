"""Where each fact stands on an official page (表样): data for drawing and recognising alike, read from a rule pack.

A template such as `填报单位：{unit}` draws a line and, read backwards, recognises it. In braces stand field names of
Filing and SignOff; in titles also `{any}`, which is only ever recognised.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jiping.domain.document import Align, Style
from jiping.domain.filing import Form, SectionName


class ColumnRole(StrEnum):
    """What a column of the score table or of the budget block holds; names are field names of the row.

    The last four are no fields: a target may be spread over three columns (≥ | 50 | 个), a level may have a column
    for its own weight.
    """

    LEVEL1 = "level1"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    TARGET = "target"
    ACTUAL = "actual"
    WEIGHT = "weight"
    SCORE = "score"
    REASON = "reason"
    NAME = "name"
    INITIAL = "initial"
    FULL_YEAR = "full_year"
    EXECUTED = "executed"
    RATE = "rate"
    OPERATOR = "operator"
    MEASURE = "measure"
    LEVEL1_WEIGHT = "level1_weight"
    LEVEL2_WEIGHT = "level2_weight"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `group` is the heading that spans it together with its neighbours of the same group."""

    role: ColumnRole
    heading: str
    width_mm: int
    align: Align = Align.CENTER
    group: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph of templates, drawn side by side on one line.

    A template with a label (`填报人：{preparer}`) is drawn with a blank when the fact is absent, any other is left out.
    """

    style: Style
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactTable:
    """A small bordered table of label and template pairs, one tuple a row; the last value of a row fills its rest."""

    rows: tuple[tuple[tuple[str, str], ...], ...]
    widths_mm: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NarrativeBlock:
    """The narrative: a heading and its aliases for every section, in order."""

    headings: Mapping[SectionName, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SectionTable:
    """Sections side by side under their headings, with a label on the left (年度总体目标 of the national form)."""

    label: str
    headings: Mapping[SectionName, tuple[str, ...]]
    widths_mm: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FundTable:
    """The budget block in 万元; it is drawn only for a filing that has fund lines.

    The executed amount of the line named `total` is the filing's expenditure.
    """

    columns: tuple[Column, ...]
    total: str


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The indicator table; equal neighbours in the level columns are merged, the last row holds the sums.

    `grade` is the template of the total row's last cell; `groups` are headings over several columns met elsewhere.
    """

    columns: tuple[Column, ...]
    total_labels: tuple[str, ...]
    grade: str
    groups: tuple[str, ...] = ()


LayoutBlock = Lines | FactTable | NarrativeBlock | SectionTable | FundTable | ScoreTable


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """Blocks under a title that start a new page (a new sheet in a workbook).

    Every one of `titles` is recognised; the first whose fields are all known is drawn.
    """

    name: str
    titles: tuple[str, ...]
    blocks: tuple[LayoutBlock, ...]


Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that stand on forms of this kind elsewhere: recognised, never drawn.

    `labels` belong to a field of Filing or SignOff, `lines` and `grades` are templates. `score_hints` and `fund_hints`
    are parts of a column heading that give it away when the whole is unknown, the surest first. `subtotals` head
    rows that only repeat sums, `unread` are labels and column headings whose content is no fact of a filing.
    """

    titles: Words = ()
    lines: Words = ()
    labels: Mapping[str, Words] = field(default_factory=dict)
    sections: Mapping[SectionName, Words] = field(default_factory=dict)
    scores: Mapping[ColumnRole, Words] = field(default_factory=dict)
    funds: Mapping[ColumnRole, Words] = field(default_factory=dict)
    score_hints: Mapping[ColumnRole, Words] = field(default_factory=dict)
    fund_hints: Mapping[ColumnRole, Words] = field(default_factory=dict)
    groups: Words = ()
    totals: Words = ()
    subtotals: Words = ()
    fund_totals: Words = ()
    grades: Words = ()
    unread: Words = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """One official form. `facts` maps a field to templates that find it in the narrative's prose.

    A layout without parts cannot be drawn: it only lends its words to reading.

    `start` is the first day the form was in use, `confidence` the pack's mark of how sure we are of it.
    """

    name: str
    title: str
    form: Form
    parts: tuple[LayoutPart, ...]
    facts: Mapping[str, tuple[str, ...]]
    basis: str
    start: date
    confidence: str
    confirmed_on: date
    reading: Reading = field(default_factory=Reading)

    def __hash__(self) -> int:
        # mappings have no hash; equal layouts share these, and layouts key what is learnt from them
        return hash((self.name, self.start))
