"""What a pack lays down, as values: grades, weights, scoring methods, sections, settings of checks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from enum import StrEnum

from jiping.domain.finding import Severity
from jiping.domain.place import Place


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
    """One scoring rule by its public name, with parameters it alone understands, and its rounding.

    `place` is where the pack says so, for whoever finds the rule or its parameters wanting.
    """

    rule: str
    parameters: Mapping[str, object]
    rounding: Rounding
    place: Place | None = field(default=None, compare=False)


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
