"""How much a finding weighs, read from a rule pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from jiping.domain.finding import Severity
from jiping.domain.money import Money
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row, number

UNCHECKED = "未能校核"
ENTRIES = (
    "risk_severities",
    "risk_families",
    "risk_same_rule_most",
    "risk_amounts",
    "risk_units",
    "risk_bands",
)


@dataclass(frozen=True, slots=True)
class Factor:
    """A multiplier with the words that explain it."""

    name: str
    value: Decimal


@dataclass(frozen=True, eq=False)
class RiskWeights:
    """The weights of one pack on one day."""

    pack: RulePack

    @cached_property
    def points(self) -> Mapping[Severity, Decimal]:
        """The points of one finding."""
        rows = self.pack.table("risk_severities")
        return {Severity(str(row["severity"])): number(row, "points") for row in rows}

    @cached_property
    def families(self) -> Mapping[str, Factor]:
        """The family and its factor by the prefix of a code; `*` stands for every other."""
        return {
            str(row["prefix"]): Factor(str(row["family"]), number(row, "factor"))
            for row in self.pack.table("risk_families")
        }

    @cached_property
    def most_of_one_rule(self) -> int:
        """How many findings of one rule count in one filing."""
        return int(self.pack.thresholds["risk_same_rule_most"])

    @cached_property
    def amount_bands(self) -> tuple[str, ...]:
        return tuple(str(row["name"]) for row in self.pack.table("risk_amounts"))

    @cached_property
    def risk_bands(self) -> tuple[str, ...]:
        """The bands of risk, gravest first; what could not be checked stands above them all."""
        return (UNCHECKED, *(str(row["name"]) for row in self.pack.table("risk_bands")))

    def family(self, code: str) -> Factor:
        """Return the family of a code with its factor."""
        return self.families.get(code[:2], self.families["*"])

    def amount(self, expenditure: Money | None) -> Factor:
        """Return the factor of the band an expenditure lies in."""
        rows = self.pack.table("risk_amounts")
        if expenditure is None:
            row = next(row for row in rows if "at_least" not in row)
        else:
            row = _reached([row for row in rows if "at_least" in row], expenditure.wan)
        return Factor(str(row["name"]), number(row, "factor"))

    def unit(self, share: Decimal) -> Factor:
        """Return the factor of a unit of whose filings this share has a finding that must be mended."""
        row = _reached(self.pack.table("risk_units"), share)
        return Factor(str(row["name"]), number(row, "factor"))

    def band(self, score: Decimal | None) -> str:
        """Return the band a risk score lies in; None is a filing that could not be checked."""
        return UNCHECKED if score is None else str(_reached(self.pack.table("risk_bands"), score)["name"])


def _reached(rows: Sequence[Row], size: Decimal) -> Row:
    """Return the row with the greatest limit that `size` reaches, the lowest row when it reaches none."""
    ordered = sorted(rows, key=lambda row: number(row, "at_least"), reverse=True)
    return next((row for row in ordered if size >= number(row, "at_least")), ordered[-1])
