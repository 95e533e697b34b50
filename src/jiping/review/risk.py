"""How risky a filing is, with the arithmetic a reviewer can follow on paper."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.review.dossier import Dossier
from jiping.review.weights import Factor, RiskWeights


@dataclass(frozen=True, slots=True)
class Term:
    """The findings of one severity and family: `found` of them, of which `counted` count."""

    severity: Severity
    family: Factor
    found: int
    counted: int
    points: Decimal

    @property
    def product(self) -> Decimal:
        return self.counted * self.points * self.family.value

    def __str__(self) -> str:
        kept = "" if self.found == self.counted else f"（共 {self.found} 条）"
        return (
            f"{self.family.name}{self.severity} {self.counted} 条{kept}×{plain(self.points)}"
            f"×{plain(self.family.value)}={plain(self.product)}"
        )


@dataclass(frozen=True, slots=True)
class Risk:
    """The risk of one filing. `score` is None for a filing that could not be checked: not risky, but unknown."""

    terms: tuple[Term, ...]
    amount: Factor
    unit: Factor
    score: Decimal | None
    band: str

    @property
    def points(self) -> Decimal:
        """What the findings alone weigh."""
        return sum((each.product for each in self.terms), Decimal(0))

    @property
    def arithmetic(self) -> str:
        """The whole derivation, from findings to score."""
        if self.score is None:
            return "未能校核，不计分，须人工查看"
        parts = "；".join(map(str, self.terms)) or "没有意见"
        return (
            f"{parts}。意见分 {plain(self.points)}×金额系数 {plain(self.amount.value)}（{self.amount.name}）"
            f"×单位系数 {plain(self.unit.value)}（{self.unit.name}）={plain(self.score)}"
        )


def assess(dossier: Dossier, unit_share: Decimal, weights: RiskWeights) -> Risk:
    """Return the risk of a filing; `unit_share` of its unit's filings have a finding that must be mended."""
    amount, unit = weights.amount(dossier.subject.expenditure), weights.unit(unit_share)
    terms = _terms(dossier, weights)
    score = None
    if dossier.subject.unchecked is None:
        score = sum((each.product for each in terms), Decimal(0)) * amount.value * unit.value
    return Risk(terms, amount, unit, score, weights.band(score))


def _terms(dossier: Dossier, weights: RiskWeights) -> tuple[Term, ...]:
    found: Counter[tuple[Severity, str]] = Counter()
    counted: Counter[tuple[Severity, str]] = Counter()
    families = {}
    for (code, severity), number in Counter((each.code, each.severity) for each in dossier.standing).items():
        family = weights.family(code)
        families[family.name] = family
        found[severity, family.name] += number
        counted[severity, family.name] += min(number, weights.most_of_one_rule)
    terms = [
        Term(severity, families[name], number, counted[severity, name], weights.points[severity])
        for (severity, name), number in found.items()
    ]
    return tuple(sorted(terms, key=lambda each: (-each.product, each.severity.rank, each.family.name)))
