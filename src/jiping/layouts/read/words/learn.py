"""Learn the words of layouts: what may be drawn, and what is only met elsewhere."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from jiping.domain.filing import SectionName
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
    Reading,
    ScoreTable,
    SectionTable,
)
from jiping.layouts.read.words.lookup import Lookup, Title, column_key, without_ordinal
from jiping.layouts.spacing import bare
from jiping.layouts.template import labelled, pattern


@lru_cache(maxsize=8)
def learn(layouts: tuple[Layout, ...]) -> Lookup:
    """Return the words of all layouts; where two disagree the first wins, and what is drawn before what is only read."""
    lookup = Lookup()
    for layout in layouts:
        for part in layout.parts:
            _add_titles(lookup, layout, part)
            for block in part.blocks:
                _add_block(lookup, block)
        for name, templates in layout.facts.items():
            known = lookup.facts.setdefault(name, [])
            known += [template for template in templates if template not in known]
    for layout in layouts:
        _add_reading(lookup, layout, layout.reading)
    return lookup


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
            _add_columns(lookup.funds.known, columns)
            lookup.fund_totals.add(column_key(total))
        case ScoreTable(columns, totals, grade, groups):
            _add_columns(lookup.scores.known, columns)
            lookup.groups.update(column_key(column.group) for column in columns if column.group)
            lookup.groups.update(map(column_key, groups))
            lookup.total_labels.update(map(bare, totals))
            lookup.grades.add(grade)


def _add_reading(lookup: Lookup, layout: Layout, reading: Reading) -> None:
    for template in reading.titles:
        lookup.titles.setdefault(template, Title(template, layout.form, scores_only=False))
    for name, labels in reading.labels.items():
        for label in labels:
            lookup.labels.setdefault(bare(label), name)
    _add_templates(lookup, reading.lines)
    _add_headings(lookup.side_headings, reading.sections)
    _add_headings(lookup.headings, reading.sections)
    for words, known, hints in (
        (lookup.scores, reading.scores, reading.score_hints),
        (lookup.funds, reading.funds, reading.fund_hints),
    ):
        _add_words(words.known, known)
        _add_words(words.hints, hints)
    lookup.groups.update(map(column_key, reading.groups))
    lookup.unread.update(map(column_key, reading.unread))
    lookup.total_labels.update(map(bare, reading.totals))
    lookup.subtotal_labels.update(map(bare, reading.subtotals))
    lookup.fund_totals.update(map(column_key, reading.fund_totals))
    lookup.grades.update(reading.grades)


def _add_templates(lookup: Lookup, templates: Iterable[str]) -> None:
    for template in templates:
        label = labelled(template)
        if label is not None:
            lookup.labels.setdefault(bare(label[0]), label[1])
        elif "{" in template:
            lookup.loose.setdefault(template, pattern(template))
        else:
            lookup.fixed.add(bare(template))


def _add_headings(known: dict[str, SectionName], headings: Mapping[SectionName, Iterable[str]]) -> None:
    for name, texts in headings.items():
        for text in texts:
            known.setdefault(without_ordinal(bare(text)), name)


def _add_columns(known: dict[str, ColumnRole], columns: Iterable[Column]) -> None:
    _add_words(known, {column.role: (column.heading, *column.aliases) for column in columns})


def _add_words(known: dict[str, ColumnRole], words: Mapping[ColumnRole, Iterable[str]]) -> None:
    for role, texts in words.items():
        for text in texts:
            known.setdefault(column_key(text), role)
