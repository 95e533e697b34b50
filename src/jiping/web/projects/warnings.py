"""What 双监控 warns of: money behind its time, goals behind it, and the two apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from jiping.rulepack.pack import RulePack
from jiping.use_cases.goal_rules import expected_execution


@dataclass(frozen=True, slots=True)
class Progress:
    """Budget and spending in fen, and for each target its percentage and weight, at the end of `month`."""

    month: int
    budget: int
    spent: int
    goals: tuple[tuple[Decimal, Decimal], ...]

    @property
    def money(self) -> Fraction | None:
        """The share of the budget that is spent; None without a budget."""
        return Fraction(self.spent, self.budget) if self.budget > 0 else None

    @property
    def achieved(self) -> Fraction | None:
        """The share of the goals that is achieved, by weight, none counted above all of it; None without weights."""
        whole = sum((weight for _, weight in self.goals), Decimal(0))
        if not whole:
            return None
        return sum(
            (Fraction(min(part, Decimal(100))) * Fraction(weight) for part, weight in self.goals), Fraction(0)
        ) / (100 * Fraction(whole))


def warnings_of(progress: Progress, pack: RulePack) -> tuple[str, ...]:
    """Return the warnings in plain Chinese, each with its figures."""
    return tuple(_warnings(progress, pack))


def shown(share: Fraction | None) -> str:
    """Show a share as a percentage with two decimals."""
    return "—" if share is None else f"{Decimal(floor(share * 10_000 + Fraction(1, 2))).scaleb(-2)}%"


def _warnings(progress: Progress, pack: RulePack) -> Iterator[str]:
    money, achieved = progress.money, progress.achieved
    expected = expected_execution(pack, progress.month)
    if money is None:
        yield "没有预算数，算不出执行率。"
    elif money < expected:
        yield f"截至 {progress.month} 月底执行率 {shown(money)}，低于应有的 {shown(expected)}。"
    if achieved is not None and achieved < Fraction(progress.month, 12):
        yield f"目标完成 {shown(achieved)}，慢于全年匀速的 {shown(Fraction(progress.month, 12))}。"
    gap = Fraction(pack.thresholds["monitoring_gap"])
    if money is not None and achieved is not None and abs(money - achieved) * 100 > gap:
        yield f"目标进度 {shown(achieved)} 与资金进度 {shown(money)} 相差超过 {gap} 个百分点。"
