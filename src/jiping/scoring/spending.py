"""The budget lines that carry points, seen as indicators: the budget is the target, what was spent the actual."""

from collections.abc import Sequence

from jiping.domain.filing import Filing, FundLine, Indicator
from jiping.domain.money import Money, plain
from jiping.rulepack.pack import RulePack


def total_line(lines: Sequence[FundLine], pack: RulePack) -> FundLine | None:
    """Return the line that stands for the whole budget: the only one, or the first that is so named."""
    if len(lines) == 1:
        return lines[0]
    names = pack.words("fund_total_names")
    return next((line for line in lines if any(name in line.name for name in names)), None)


def spending_lines(filing: Filing, pack: RulePack) -> tuple[FundLine, ...]:
    """Return the weighted line that stands for the whole budget; without one, every weighted line."""
    weighted = [line for line in filing.funds if line.weight is not None]
    total = total_line(weighted, pack)
    return tuple(weighted) if total is None else (total,)


def spending_rows(filing: Filing, pack: RulePack) -> tuple[Indicator, ...]:
    """Return the budget lines that carry points, as rows."""
    return tuple(_as_indicator(line) for line in spending_lines(filing, pack))


def in_budget_words(working: str) -> str:
    """Return a derivation with the columns called what the budget block calls them."""
    return working.replace("年初指标值", "全年预算数").replace("实际完成值", "全年执行数")


def _as_indicator(line: FundLine) -> Indicator:
    return Indicator(
        level1=None,
        level2=None,
        level3=line.name,
        target=_written(line.full_year),
        actual=_written(line.executed),
        weight=line.weight,
        score=line.score,
        place=line.place,
    )


def _written(money: Money | None) -> str | None:
    return None if money is None else f"{plain(money.wan)}万元"
