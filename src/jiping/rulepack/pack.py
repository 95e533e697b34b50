"""A rule pack as values: dated entries, resolved for one day along a line of packs (rugao-2024 → jiangsu → national).

A nearer pack replaces a whole entry. Every answer can say which pack, which legal basis and how sure we are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar, cast

from jiping.domain.errors import OutsideDates, PackFault
from jiping.domain.finding import Severity
from jiping.domain.layout import Layout
from jiping.domain.lexicon import Lexicon, Tier

T = TypeVar("T")


class Confidence(StrEnum):
    """How sure a stated rule is, from the text itself down to our own proposal."""

    VERIFIED = "V"
    SECONDARY = "Vs"
    EXISTENCE = "Ve"
    SEED = "S"
    GENERAL = "G"
    ASSUMED = "A"

    @property
    def meaning(self) -> str:
        return {
            "V": "已核对原文",
            "Vs": "核对过转载文本",
            "Ve": "仅核实文件存在",
            "S": "见于单位实际填报",
            "G": "通行做法，未见原文",
            "A": "本产品的建议值",
        }[self.value]


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One document, or one article of it, that a rule rests on."""

    key: str
    title: str
    number: str | None
    issued: date | None
    confidence: Confidence
    article: str | None = None
    note: str = ""

    def __str__(self) -> str:
        number = f"（{self.number}）" if self.number else ""
        return f"《{self.title}》{number}{self.article or ''}"


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A value with the days on which it applies (`until` is the last day, None = still in force)."""

    value: T
    start: date
    until: date | None
    basis: str
    confidence: Confidence
    confirmed_on: date
    pack: str
    file: str
    line: int
    note: str = ""

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day <= self.until)


class RoundingMode(StrEnum):
    """How points are rounded, once, at the end."""

    FLOOR = "floor"
    HALF_UP = "half_up"
    HALF_EVEN = "half_even"

    @property
    def decimal_mode(self) -> str:
        return {"floor": ROUND_FLOOR, "half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN}[self.value]

    @property
    def label(self) -> str:
        return {"floor": "向下取整", "half_up": "四舍五入", "half_even": "四舍六入五成双"}[self.value]


@dataclass(frozen=True, slots=True)
class Rounding:
    """Round to a multiple of `step` points."""

    step: Decimal
    mode: RoundingMode


class IndicatorKind(StrEnum):
    """How an indicator is measured; a pack names one scoring method for each."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    EXACT = "exact"
    DATE = "date"
    YES_NO = "yes_no"
    QUALITATIVE = "qualitative"
    SATISFACTION = "satisfaction"
    EXECUTION = "execution"

    @property
    def label(self) -> str:
        return {
            "positive": "正向定量",
            "negative": "反向定量",
            "exact": "等值定量",
            "date": "时限",
            "yes_no": "是否",
            "qualitative": "定性",
            "satisfaction": "满意度",
            "execution": "预算执行率",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Method:
    """One scoring rule by its public name, with parameters it alone understands, and its rounding."""

    rule: str
    parameters: Mapping[str, object]
    rounding: Rounding


@dataclass(frozen=True, slots=True)
class GradeBand:
    """Scores of `at_least` and more earn `grade`, unless a higher band claims them."""

    at_least: Decimal
    grade: str


@dataclass(frozen=True, slots=True)
class Grades:
    """The bands, best first, and other words that mean the same grade (优秀 → 优)."""

    bands: tuple[GradeBand, ...]
    synonyms: Mapping[str, str]

    def of(self, score: Decimal) -> str:
        """Return the grade of `score`; the lowest band takes everything below it."""
        return next((band.grade for band in self.bands if score >= band.at_least), self.bands[-1].grade)


@dataclass(frozen=True, slots=True)
class WeightScheme:
    """A permitted split of the full mark over level-1 blocks (or level-2 names), in points."""

    name: str
    points: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Weights:
    """The full mark and the schemes a form may follow."""

    full_mark: Decimal
    schemes: tuple[WeightScheme, ...]


@dataclass(frozen=True, slots=True)
class CheckSetting:
    """What a pack changes about a check: None keeps the check's own severity."""

    severity: Severity | None = None
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Sections:
    """The narrative parts a form must have, by section name, with the headings met."""

    required: Mapping[str, tuple[str, ...]]
    headings: Mapping[str, tuple[str, ...]]


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

    def dated(self, entry: str) -> Dated[object]:
        """Return the entry in force on `as_of`, with its provenance.

        Raises PackFault for a name no pack of the line has, OutsideDates when the day lies outside every edition.
        """
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
            f"规则包“{self.title}”的“{entry}”在 {self.as_of} 无有效规定，已有规定的有效期为：{spans}。",
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
            tiers=tuple(Tier(str(row["name"]), cast("tuple[str, ...]", row["words"])) for row in self.table("tiers")),
            placeholders=frozenset(self.words("placeholders")),
            no_is_good=self.words("no_is_good"),
            lower_is_better=self.words("lower_is_better"),
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

    def table(self, name: str) -> tuple[Mapping[str, object], ...]:
        """Return a table: rows of named columns, each a text, a number, a day, a truth value or a tuple of texts."""
        return cast("tuple[Mapping[str, object], ...]", self.dated(name).value)

    def basis(self, key: str) -> str:
        """Return the citation a reader sees; a key no pack knows is a fault of the pack, never of the filing."""
        return "业务惯例" if key == "practice" else str(self.bases[key])


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
