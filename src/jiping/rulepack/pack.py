"""A rule pack: dated entries, resolved for one day along a line of packs (rugao-2024 → jiangsu → national).

A nearer pack replaces a whole entry. Every answer can say which pack, which legal basis and how sure we are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import cast

from jiping.domain.errors import OutsideDates, PackFault
from jiping.domain.layout import Layout
from jiping.domain.lexicon import Lexicon, Tier
from jiping.domain.table import TableSchema
from jiping.rulepack.provenance import PRACTICE, PRACTICE_IN_WORDS, Dated, LegalBasis
from jiping.rulepack.rules import (
    CheckSetting,
    Grades,
    IndicatorKind,
    Method,
    Sections,
    Weights,
)
from jiping.rulepack.table import Row, texts

# entry name → list of dated values, nearest pack only
Entries = Mapping[str, tuple[Dated[object], ...]]


@dataclass(frozen=True, eq=False)
class RulePack:
    """The rules of one pack on one day. Asking for an entry outside its dates raises OutsideDates."""

    name: str
    title: str
    region: str
    as_of: date
    lineage: tuple[str, ...]
    entries: Entries
    bases: Mapping[str, LegalBasis]
    layouts: Mapping[str, Layout]
    root: Entries = field(default_factory=dict)
    tables: Mapping[str, TableSchema] = field(default_factory=dict)
    edition: str = ""

    @property
    def label(self) -> str:
        """The pack as every output names it: its title, and the name by which it is asked for."""
        return f"{self.title}（{self.name}）"

    def dated(self, entry: str) -> Dated[object]:
        """Return the entry in force on `as_of`, with its provenance.

        Raises PackFault for a name no pack of the line has, OutsideDates when the day lies outside every edition.
        """
        known = self._in_force.get(entry)
        if known is None:
            known = self._in_force[entry] = self._edition(entry)
        return known

    @cached_property
    def _in_force(self) -> dict[str, Dated[object]]:
        """The entries asked for so far: a pack is of one day, so each is sought once."""
        return {}

    def _edition(self, entry: str) -> Dated[object]:
        if entry not in self.entries:
            raise PackFault(
                f"规则包“{self.title}”没有“{entry}”这一条目。",
                remedy="请在规则包中补写这一条目，或在 pack.yaml 中写明上级规则包，如 parent: national。",
            )
        editions = self.entries[entry]
        for edition in editions:
            if edition.covers(self.as_of):
                return edition
        spans = "、".join(f"{e.start} 至{f' {e.until}' if e.until else '今'}" for e in editions)
        raise OutsideDates(
            f"规则包“{self.title}”没有 {self.as_of} 的规定，已有规定的有效期为：{spans}。",
            why="用失效或未生效的规定计分没有依据。",
            remedy="请换用当时有效的规则包（--pack），或在自己的规则包中补上这一时期的规定。",
        )

    def ancestor(self, entry: str) -> Dated[object] | None:
        """Return the entry the farthest ancestor pack gives for `as_of`, however a nearer pack replaced it."""
        return next((each for each in self.root.get(entry, ()) if each.covers(self.as_of)), None)

    def has(self, entry: str) -> bool:
        return entry in self.entries

    @cached_property
    def weights(self) -> Weights:
        return cast("Weights", self.dated("weights").value)

    @property
    def full_mark(self) -> Decimal:
        return self.weights.full_mark

    @cached_property
    def grades(self) -> Grades:
        return cast("Grades", self.dated("grades").value)

    @cached_property
    def methods(self) -> Mapping[IndicatorKind, Method]:
        return cast("Mapping[IndicatorKind, Method]", self.dated("scoring").value)

    @cached_property
    def thresholds(self) -> Mapping[str, Decimal]:
        """Every entry that is a single number, by name; each has its own dates and basis (see `dated`)."""
        return Thresholds(self)

    @cached_property
    def sections(self) -> Sections:
        return cast("Sections", self.dated("sections").value)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The word lists of lexicon.yaml in the shape the value grammar looks up."""
        return Lexicon(
            yes=frozenset(self.words("yes_words")),
            no=frozenset(self.words("no_words")),
            good_phrases=frozenset(self.words("good_phrases")),
            bad_phrases=frozenset(self.words("bad_phrases")),
            tiers=tuple(Tier(str(row["name"]), texts(row, "words")) for row in self.table("tiers")),
            placeholders=frozenset(self.words("placeholders")),
            no_is_good=self.words("no_is_good"),
            lower_is_better=self.words("lower_is_better"),
            rate_names=self.words("rate_names"),
            count_names=self.words("count_names"),
            range_may_be_passed=self.setting("range_may_be_passed") is True,
        )

    @cached_property
    def checks(self) -> Mapping[str, CheckSetting]:
        return cast("Mapping[str, CheckSetting]", self.dated("checks").value) if self.has("checks") else {}

    @cached_property
    def drafts(self) -> Mapping[str, str]:
        return cast("Mapping[str, str]", self.dated("drafts").value)

    def words(self, name: str) -> tuple[str, ...]:
        """Return a word list."""
        return cast("tuple[str, ...]", self.dated(name).value)

    def table(self, name: str) -> tuple[Row, ...]:
        """Return a table: rows of named columns, each a text, a number, a day, a truth value or a tuple of texts."""
        return cast("tuple[Row, ...]", self.dated(name).value)

    def setting(self, name: str) -> object:
        """Return a choice a programme's rules leave open: a word, a day or a truth value."""
        return self.dated(name).value

    def basis(self, key: str) -> str:
        """Return the citation a reader sees; a key no pack knows is a fault of the pack, never of the filing."""
        return PRACTICE_IN_WORDS if key == PRACTICE else str(self.bases[key])


@dataclass(frozen=True, eq=False)
class Thresholds(Mapping[str, Decimal]):
    """The numbers of a pack; asking for one outside its dates raises OutsideDates, an unknown one PackFault."""

    pack: RulePack

    def __getitem__(self, name: str) -> Decimal:
        return cast("Decimal", self.pack.dated(name).value)

    def __contains__(self, name: object) -> bool:
        return name in tuple(self)

    def __iter__(self) -> Iterator[str]:
        return (name for name, editions in self.pack.entries.items() if isinstance(editions[0].value, Decimal))

    def __len__(self) -> int:
        return sum(1 for _ in self)
