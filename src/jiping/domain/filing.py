"""A self-evaluation (自评表) as one frozen value: what it says, and where it says so.

None means that the filing is silent. Nothing here judges content; field names follow the official table.
Places are carried for the reader's sake and never take part in comparison.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from jiping.domain.doubt import Doubt
from jiping.domain.evidence import Evidence
from jiping.domain.money import Money
from jiping.domain.place import Place

NO_PROJECT = "（未写项目名称）"
NO_UNIT = "（未写填报单位）"


class Form(StrEnum):
    """Which official form carries the narrative."""

    STATEMENT = "情况表"
    REPORT = "自评报告"
    TABLE = "自评表"


class SectionName(StrEnum):
    """The five parts of a narrative, in the order of the form."""

    OVERVIEW = "overview"
    EVALUATION = "evaluation"
    PERFORMANCE = "performance"
    PROBLEMS = "problems"
    MEASURES = "measures"


_PARTS = tuple(SectionName)


@dataclass(frozen=True, slots=True)
class BoundNumber:
    """A figure in prose tied to a fact: `text` stood at `start` when it was bound to `fact`."""

    fact: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the narrative; paragraphs are separated by a newline."""

    heading: str
    text: str
    bound: tuple[BoundNumber, ...] = field(default=(), compare=False)
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Narrative:
    """The five parts of a 情况表 or 自评报告; an absent part is None."""

    overview: Section | None = None
    evaluation: Section | None = None
    performance: Section | None = None
    problems: Section | None = None
    measures: Section | None = None

    def sections(self) -> Iterator[tuple[SectionName, Section]]:
        """Yield the parts that are present, in order."""
        for name in _PARTS:
            section: Section | None = getattr(self, name)
            if section is not None:
                yield name, section


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the score table. Target and actual stay as written; `reason` is the last column, whose
    heading is 评分依据 or 偏差原因分析及改进措施 depending on the form.
    """

    level1: str | None
    level2: str | None
    level3: str
    target: str | None = None
    actual: str | None = None
    weight: Decimal | None = None
    score: Decimal | None = None
    reason: str | None = None
    evidence: tuple[Evidence, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class FundLine:
    """One row of the budget block (项目资金); `rate` is the stated execution rate in per cent."""

    name: str
    initial: Money | None = None
    full_year: Money | None = None
    executed: Money | None = None
    rate: Decimal | None = None
    weight: Decimal | None = None
    score: Decimal | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class LevelWeight:
    """A weight that the form states for a whole level: 产出指标(50分), or a column of weights beside the level.

    `level2` None means that it is stated for all of `level1`; both as written on the rows.
    """

    level1: str | None
    level2: str | None
    weight: Decimal
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SignOff:
    """The foot of the form, as written."""

    head: str | None = None
    preparer: str | None = None
    phone: str | None = None
    dated: str | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding a named person has answered for; it travels with the filing. `where` None waives the whole code."""

    code: str
    reason: str
    person: str
    on: date
    where: str | None = None

    @property
    def rule(self) -> str:
        """The code as checks are numbered; people write it in either case."""
        return self.code.strip().upper()


@dataclass(frozen=True, slots=True)
class Filing:
    """One project's self-evaluation of one year."""

    project: str | None
    unit: str | None = None
    year: int | None = None
    form: Form = Form.STATEMENT
    title: str | None = None
    department: str | None = None
    started: str | None = None
    finished: str | None = None
    expenditure: Money | None = None
    narrative: Narrative = Narrative()
    stated_score: Decimal | None = None
    stated_grade: str | None = None
    stated_satisfaction: str | None = None
    rows: tuple[Indicator, ...] = ()
    funds: tuple[FundLine, ...] = ()
    total_weight: Decimal | None = None
    total_score: Decimal | None = None
    level_weights: tuple[LevelWeight, ...] = ()
    sign_off: SignOff = SignOff()
    waivers: tuple[Waiver, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=(), compare=False)
    place: Place | None = field(default=None, compare=False)
    total_weight_place: Place | None = field(default=None, compare=False)
    total_score_place: Place | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """What a message calls the filing: its project, or that it names none."""
        return self.project or NO_PROJECT

    @property
    def unit_label(self) -> str:
        """What a message calls the unit: its name, or that none is given."""
        return self.unit or NO_UNIT

    def __hash__(self) -> int:
        # equal filings share these three, and a filing keys many caches: hashing every cell would cost more than it saves
        return hash((self.unit, self.year, self.project))
