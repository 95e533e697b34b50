"""The words of all layouts, turned round for reading: from what stands on a page to what it is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jiping.domain.filing import Form, SectionName
from jiping.domain.layout import (
    Column,
    ColumnRole,
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
from jiping.layouts.spacing import bare
from jiping.layouts.template import labelled, pattern

_BRACKET = re.compile(r"[（(][^（(]*[）)]$")
_ORDINAL = re.compile(r"[一二三四五六七八九十]+、")


@dataclass(frozen=True, slots=True)
class Title:
    """How a part of a form begins; `form` is None for a part that only continues a form (评分表)."""

    template: str
    form: Form | None
    scores_only: bool

    @property
    def is_literal(self) -> bool:
        return "{" not in self.template


@dataclass(slots=True)
class Lookup:
    """Everything the layouts know, by the text without white space in which it appears."""

    titles: dict[str, Title] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    loose: dict[str, re.Pattern[str]] = field(default_factory=dict)
    fixed: set[str] = field(default_factory=set)
    headings: dict[str, SectionName] = field(default_factory=dict)
    numbered_headings: set[str] = field(default_factory=set)
    side_headings: dict[str, SectionName] = field(default_factory=dict)
    score_words: dict[str, ColumnRole] = field(default_factory=dict)
    fund_words: dict[str, ColumnRole] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    total_labels: set[str] = field(default_factory=set)
    fund_totals: set[str] = field(default_factory=set)
    grades: set[str] = field(default_factory=set)
    facts: dict[str, list[str]] = field(default_factory=dict)

    def heading(self, text: str) -> SectionName | None:
        """Return the section a whole line opens: with its number (四、存在问题), with another, or without."""
        return self.headings.get(without_ordinal(bare(text)))


def look_up(layouts: Sequence[Layout]) -> Lookup:
    """Return the words of all layouts; where two disagree the first layout wins."""
    lookup = Lookup()
    for layout in layouts:
        for part in layout.parts:
            _add_titles(lookup, layout, part)
            for block in part.blocks:
                _add_block(lookup, block)
        for name, templates in layout.facts.items():
            known = lookup.facts.setdefault(name, [])
            known += [template for template in templates if template not in known]
    return lookup


def without_ordinal(text: str) -> str:
    """Return a heading without its number: 四、存在问题 → 存在问题."""
    return _ORDINAL.sub("", text, count=1)


def column_key(text: str) -> str:
    """Return a column heading without its unit or formula: 年度指标值（A） → 年度指标值."""
    return _BRACKET.sub("", bare(text))


def _add_titles(lookup: Lookup, layout: Layout, part: LayoutPart) -> None:
    kinds = {type(block) for block in part.blocks}
    form = layout.form if part is layout.parts[0] else None
    for template in part.titles:
        lookup.titles.setdefault(template, Title(template, form, ScoreTable in kinds and NarrativeBlock not in kinds))


def _add_block(lookup: Lookup, block: LayoutBlock) -> None:
    match block:
        case Lines(_, templates):
            _add_templates(lookup, templates)
        case FactTable(rows):
            for label, template in (pair for row in rows for pair in row):
                lookup.labels.setdefault(bare(label), re.findall(r"\{(\w+)\}", template)[0])
        case NarrativeBlock(headings):
            _add_headings(lookup.headings, headings)
            lookup.numbered_headings.update(text for texts in headings.values() for text in texts)
        case SectionTable(label, headings):
            _add_headings(lookup.side_headings, headings)
            lookup.groups.add(column_key(label))
        case FundTable(columns, total):
            _add_columns(lookup.fund_words, columns)
            lookup.fund_totals.add(bare(total))
        case ScoreTable(columns, totals, grade, groups):
            _add_columns(lookup.score_words, columns)
            lookup.groups.update(column_key(column.group) for column in columns if column.group)
            lookup.groups.update(map(column_key, groups))
            lookup.total_labels.update(map(bare, totals))
            lookup.grades.add(grade)


def _add_templates(lookup: Lookup, templates: Iterable[str]) -> None:
    for template in templates:
        label = labelled(template)
        if label is not None:
            lookup.labels.setdefault(bare(label[0]), label[1])
        elif "{" in template:
            lookup.loose.setdefault(template, pattern(template))
        else:
            lookup.fixed.add(bare(template))


def _add_headings(known: dict[str, SectionName], headings: Mapping[SectionName, tuple[str, ...]]) -> None:
    for name, texts in headings.items():
        for text in texts:
            known.setdefault(without_ordinal(bare(text)), name)


def _add_columns(known: dict[str, ColumnRole], columns: Iterable[Column]) -> None:
    for role, text in _column_words(columns):
        known.setdefault(column_key(text), role)


def _column_words(columns: Iterable[Column]) -> Iterator[tuple[ColumnRole, str]]:
    for column in columns:
        for text in (column.heading, *column.aliases):
            yield column.role, text
