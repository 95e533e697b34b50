"""The words of all layouts, turned round for reading: from what stands on a page to what it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from jiping.domain.filing import Form, SectionName
from jiping.domain.layout import ColumnRole
from jiping.layouts.spacing import bare

_BRACKET = re.compile(r"[（(【\[][^（(【\[]*[）)】\]]$")
_YEAR = re.compile(r"^20\d\d年度?")
_NUMBER = re.compile(r"[\d一二三四五六七八九十]+$")
_ORDINAL = re.compile(r"[一二三四五六七八九十]+、")
_HEADED = re.compile(r"(?P<heading>[一二三四五六七八九十]+、[^：:]{2,20})[：:]\s*(?P<text>\S.*)")
_MARKS = "：:*＊√"


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
class Words:
    """The headings of one kind of table; `hints` are parts of headings, the surest first."""

    known: dict[str, ColumnRole] = field(default_factory=dict)
    hints: dict[str, ColumnRole] = field(default_factory=dict)

    def usual(self, role: ColumnRole) -> str:
        """Return the usual heading of a column."""
        return next((key for key, each in self.known.items() if each is role), role.value)

    def guess(self, key: str) -> ColumnRole | None:
        """Return what a heading that is not known probably means."""
        return next((role for hint, role in self.hints.items() if hint in key), None)


@dataclass(slots=True, eq=False)
class Lookup:
    """Everything the layouts know, by the text without white space in which it appears; nobody changes it later."""

    titles: dict[str, Title] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    loose: dict[str, re.Pattern[str]] = field(default_factory=dict)
    fixed: set[str] = field(default_factory=set)
    headings: dict[str, SectionName] = field(default_factory=dict)
    numbered_headings: set[str] = field(default_factory=set)
    side_headings: dict[str, SectionName] = field(default_factory=dict)
    scores: Words = field(default_factory=Words)
    funds: Words = field(default_factory=Words)
    groups: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    total_labels: set[str] = field(default_factory=set)
    subtotal_labels: set[str] = field(default_factory=set)
    fund_totals: set[str] = field(default_factory=set)
    grades: set[str] = field(default_factory=set)
    facts: dict[str, list[str]] = field(default_factory=dict)

    def heading(self, text: str) -> SectionName | None:
        """Return the section a whole line opens: with its number (四、存在问题), with another, or without."""
        return self.headings.get(without_ordinal(bare(text)))

    def heading_with_text(self, text: str) -> tuple[SectionName, str, str] | None:
        """Return the section a numbered line opens and begins in one: 二、评价结论：自评得分95分; its heading, its text."""
        found = _HEADED.fullmatch(text.strip())
        name = self.heading(found["heading"]) if found else None
        return None if found is None or name is None else (name, found["heading"], found["text"])

    def side_heading(self, text: str) -> SectionName | None:
        """Return the section whose heading stands in a cell over its text."""
        return next((self.side_headings[key] for key in _keys(text) if key in self.side_headings), None)

    def label(self, text: str) -> str | None:
        """Return the fact that a cell's label announces: 主管部门, 主管部门（盖章）："""
        return next((self.labels[key] for key in _keys(text) if key in self.labels), None)

    def is_unread(self, text: str) -> bool:
        """Tell whether a label announces something that is no fact of a filing."""
        return any(key in self.unread for key in _keys(text))

    def is_group(self, text: str) -> bool:
        """Tell whether a cell heads several columns or rows: 绩效指标(90分), 年度绩效目标1."""
        key = column_key(text)
        return key in self.groups or _NUMBER.sub("", key) in self.groups

    def announces(self, text: str) -> bool:
        """Tell whether a cell is the label of what stands beside it: a fact, a section, something that is not read."""
        return bool(self.label(text) or self.heading(text) or self.is_unread(text))


def without_ordinal(text: str) -> str:
    """Return a heading without its number: 四、存在问题 → 存在问题."""
    return _ORDINAL.sub("", text, count=1)


@lru_cache(maxsize=4096)
def column_key(text: str) -> str:
    """Return a heading without year, unit and formula: 2022年度指标值（A） → 指标值, 得分（20分*执行率） → 得分."""
    key = bare(text).strip(_MARKS)
    while shorter := _BRACKET.sub("", key):
        if shorter == key:
            break
        key = shorter
    return _YEAR.sub("", key) or key


def _keys(text: str) -> Iterator[str]:
    yield bare(text).rstrip("：:")
    yield column_key(text)
