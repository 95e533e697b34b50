"""Everything a batch of filings adds up to: the ranking, and its sums by unit, family and rule."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain

from jiping.checks.catalogue import catalogue
from jiping.checks.run import Report
from jiping.domain.finding import Finding, NotRun, Severity
from jiping.domain.money import Money
from jiping.review.dossier import dossiers
from jiping.review.ranking import Ranked, rank
from jiping.review.subject import UNREAD_UNIT, Subject
from jiping.review.weights import RiskWeights
from jiping.rulepack.pack import RulePack


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit of a batch: its filings in the order of risk, its standing findings, its worst and its summed risk."""

    unit: str
    filings: tuple[Ranked, ...]
    findings: Counter[Severity]
    expenditure: Money
    worst: Decimal
    total: Decimal
    unchecked: int


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of a batch: how often it spoke, in how many filings, how often a person answered for it."""

    code: str
    title: str
    family: str
    severity: Severity
    standing: int
    waived: int
    filings: int


@dataclass(frozen=True)
class Overview:
    """A batch, ranked. What could not run is part of the result, never left out."""

    ranked: tuple[Ranked, ...]
    not_run: tuple[NotRun, ...]
    weights: RiskWeights

    def findings(self) -> Iterator[Finding]:
        """Yield every finding in the order of the ranking, the waived ones of a filing last."""
        for each in self.ranked:
            yield from chain(each.dossier.standing, each.dossier.waived)

    @cached_property
    def severities(self) -> Counter[Severity]:
        return Counter(finding.severity for each in self.ranked for finding in each.dossier.standing)

    @cached_property
    def packs(self) -> tuple[str, ...]:
        """The packs the filings were judged by."""
        return packs_of(self.ranked)

    @cached_property
    def waived(self) -> int:
        return sum(len(each.dossier.waived) for each in self.ranked)

    @cached_property
    def bands(self) -> Counter[str]:
        return Counter(each.risk.band for each in self.ranked)

    @cached_property
    def expenditure(self) -> Money:
        """The sum of the stated expenditures."""
        return _spent(self.ranked)

    @cached_property
    def families(self) -> tuple[tuple[str, Counter[Severity]], ...]:
        """Standing findings by family and severity, the family that weighs most first."""
        counts: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
        for each in self.ranked:
            for term in each.risk.terms:
                counts[term.family.name][term.severity] += term.found
        points = self.weights.points
        return tuple(
            sorted(counts.items(), key=lambda item: (-sum(points[s] * n for s, n in item[1].items()), item[0]))
        )

    @cached_property
    def units(self) -> tuple[UnitLine, ...]:
        """The units, those with unchecked filings first, then by summed risk."""
        groups: defaultdict[str, list[Ranked]] = defaultdict(list)
        for each in self.ranked:
            groups[each.dossier.subject.unit].append(each)
        lines = [_unit_line(unit, tuple(members)) for unit, members in groups.items()]
        return tuple(sorted(lines, key=lambda line: (-bool(line.unchecked), -line.total, line.unit)))

    @cached_property
    def heaviest(self) -> tuple[UnitLine, ...]:
        """The units whose filings weigh most together, whatever could not be checked; those that weigh nothing left out."""
        weighty = (line for line in self.units if line.total)
        return tuple(sorted(weighty, key=lambda line: (-line.total, line.unit)))

    @property
    def unread(self) -> int:
        """How many files yielded no filing."""
        return sum(each.dossier.subject.unit == UNREAD_UNIT for each in self.ranked)

    @property
    def filings(self) -> int:
        return len(self.ranked) - self.unread

    @property
    def named_units(self) -> int:
        """How many units there are by name."""
        return sum(line.filings[0].dossier.subject.names_unit for line in self.units)

    @cached_property
    def rules(self) -> tuple[RuleLine, ...]:
        """The rules that spoke, the most frequent first."""
        return tuple(_rule_lines(self))


def overview(report: Report, subjects: Iterable[Subject], pack: RulePack) -> Overview:
    """Return the batch `report` and `subjects` make, weighed by `pack`."""
    weights = RiskWeights(pack)
    return Overview(rank(dossiers(subjects, report.findings), weights), report.not_run, weights)


def _unit_line(unit: str, filings: tuple[Ranked, ...]) -> UnitLine:
    scores = [each.risk.score for each in filings if each.risk.score is not None]
    return UnitLine(
        unit=unit,
        filings=filings,
        findings=Counter(finding.severity for each in filings for finding in each.dossier.standing),
        expenditure=_spent(filings),
        worst=max(scores, default=Decimal(0)),
        total=sum(scores, Decimal(0)),
        unchecked=len(filings) - len(scores),
    )


def packs_of(filings: Iterable[Ranked]) -> tuple[str, ...]:
    """Return the names of the packs these filings were judged by."""
    return tuple(sorted({each.dossier.subject.pack for each in filings} - {""}))


def _spent(filings: Iterable[Ranked]) -> Money:
    stated = (each.dossier.subject.expenditure for each in filings)
    return sum((money for money in stated if money is not None), Money(Decimal(0)))


def _rule_lines(batch: Overview) -> Iterator[RuleLine]:
    titles = {each.code: each.title for each in catalogue()}
    spoke, answered, filings, severity = Counter[str](), Counter[str](), Counter[str](), dict[str, Severity]()
    for each in batch.ranked:
        spoke.update(finding.code for finding in each.dossier.standing)
        answered.update(finding.code for finding in each.dossier.waived)
        told = (*each.dossier.standing, *each.dossier.waived)
        filings.update({finding.code for finding in told})
        severity |= {finding.code: finding.severity for finding in told}
    for code in sorted(severity, key=lambda code: (-spoke[code], code)):
        family = batch.weights.family(code).name
        yield RuleLine(code, titles.get(code, ""), family, severity[code], spoke[code], answered[code], filings[code])
