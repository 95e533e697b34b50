"""Where each fact stands on an official page (表样): data for drawing and recognising alike, read from a rule pack.

A template such as `填报单位：{unit}` draws a line and, read backwards, recognises it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jiping.domain.document import Align, Style
from jiping.domain.filing import Form, SectionName


class ColumnRole(StrEnum):
    """What a column of the score table or of the budget block holds; names are field names of the row."""

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
    """A paragraph of templates, drawn side by side on one line."""

    style: Style
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactTable:
    """A small bordered table of label and template pairs, one tuple a row."""

    rows: tuple[tuple[tuple[str, str], ...], ...]
    widths_mm: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NarrativeBlock:
    """The narrative: a heading and its aliases for every section, in order."""

    headings: Mapping[SectionName, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FundTable:
    """The budget block; it is drawn only for a filing that has fund lines."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The indicator table; equal neighbours in the level columns are merged, the last row holds the sums."""

    columns: tuple[Column, ...]
    total_labels: tuple[str, ...]


LayoutBlock = Lines | FactTable | NarrativeBlock | FundTable | ScoreTable


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """Blocks that start a new page (a new sheet in a workbook)."""

    name: str
    blocks: tuple[LayoutBlock, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """One official form. `facts` maps a field to patterns that find it in the narrative's prose."""

    name: str
    title: str
    form: Form
    parts: tuple[LayoutPart, ...]
    titles: tuple[str, ...]
    facts: Mapping[str, tuple[str, ...]]
    basis: str
