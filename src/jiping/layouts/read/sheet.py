"""What has been read of one part of a form so far (a 情况表, a 评分表): filled while reading, then made a Filing."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from jiping.domain.doubt import Doubt
from jiping.domain.filing import FundLine, Indicator, LevelWeight, Section, SectionName
from jiping.domain.place import Place
from jiping.layouts.read.numbers import read_number, read_year
from jiping.layouts.read.recognition import Remark, Trace, Traced
from jiping.layouts.read.words.lookup import Title
from jiping.layouts.spacing import bare

_HAND_BLANK = "_＿…．.　 "  # drawn for a pen to fill
NO_FIGURE = "-－—–/／\\ "  # drawn where no figure belongs


@dataclass(slots=True)
class Sheet:
    """One part of a form; an anonymous sheet has no title. `asked` are the facts it has labels for. Sections `beside` one another stood in a table of the form."""

    title: Title | None = None
    title_text: str | None = None
    place: Place | None = None
    facts: dict[str, str] = field(default_factory=dict)
    fact_places: dict[str, Place | None] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    sections: dict[SectionName, Section] = field(default_factory=dict)
    beside: set[SectionName] = field(default_factory=set)
    rows: list[Indicator] = field(default_factory=list)
    funds: list[FundLine] = field(default_factory=list)
    total_weight: Decimal | None = None
    total_score: Decimal | None = None
    total_weight_place: Place | None = None
    total_score_place: Place | None = None
    has_total: bool = False
    grade: str | None = None
    money_unit: str | None = None
    level_weights: dict[tuple[str | None, str | None], LevelWeight] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)

    @property
    def is_filed(self) -> bool:
        """True when the sheet is part of a self-evaluation, not just text."""
        return bool(self.title or self.rows or self.has_total or self.sections or self.funds)

    def state(self, name: str, value: str, place: Place | None) -> None:
        """Take a fact; a blank says nothing, and a second, different value is remarked upon."""
        text = value.strip() if name != "year" else str(read_year(value) or "")
        if not text.strip(_HAND_BLANK):
            return
        self.trace(Traced.FACT, name, value, place)
        self.fact_places.setdefault(name, place)
        known = self.facts.setdefault(name, text)
        if bare(known) != bare(text):
            self.remark(f"同一份表中先写“{known}”，又写“{text}”，以前者为准。", place)

    def is_told(self, name: SectionName) -> bool:
        """Tell whether a report has this section already; what a table of the form says of it is another matter."""
        return name in self.sections and name not in self.beside

    def tell(self, name: SectionName, section: Section) -> None:
        """Take a section of a report; what the form says of the same stands above it."""
        self.sections[name] = _below(self.sections.get(name), section)
        self.beside.discard(name)

    def tell_beside(self, name: SectionName, section: Section) -> None:
        """Take a text of the form; below a report it joins the report's own section, of several texts the first counts."""
        if self.is_told(name):
            self.sections[name] = replace(self.sections[name], text=f"{self.sections[name].text}\n{section.text}")
        elif name not in self.sections:
            self.sections[name] = section
            self.beside.add(name)

    def trace(self, of: Traced, name: str, text: str, place: Place | None, number: int | None = None) -> None:
        """Note where the field `name` was read; blanks and what has no place leave no trace."""
        if place is not None and text.strip():
            self.traces.append(Trace(of, name, text, place, number))

    def remark(self, message: str, place: Place | None) -> None:
        self.remarks.append(Remark(message, place))

    def doubt(self, doubt: Doubt) -> None:
        """Note a value read with doubt; the reason is also a remark."""
        self.doubts.append(doubt)
        self.remark(doubt.why, doubt.place)

    def figure(self, text: str, place: Place | None) -> Decimal | None:
        """Return the figure a cell shows; anything else that stands there becomes a remark."""
        number = read_number(text)
        if number is None and bare(text).strip(NO_FIGURE):
            self.remark(f"“{text.strip()}”不是数，未读取。", place)
        return number

    def add_total(self, numbers: Iterable[Decimal | None], places: Iterable[Place | None]) -> None:
        """Take the sums of the total row and where they stand, weight first."""
        self.total_weight, self.total_score = numbers
        self.total_weight_place, self.total_score_place = places
        self.has_total = True


def _below(above: Section | None, section: Section) -> Section:
    return section if above is None else replace(section, text=f"{above.text}\n{section.text}")
