"""The budget lines that carry points, seen as indicators: the budget is the target, what was spent the actual."""

from jiping.domain.filing import Filing, FundLine, Indicator
from jiping.domain.money import Money, plain
from jiping.rulepack.pack import RulePack


def spending_rows(filing: Filing, pack: RulePack) -> tuple[Indicator, ...]:
    """Return the weighted line that stands for the whole budget; without one, every weighted line."""
    weighted = [line for line in filing.funds if line.weight is not None]
    if len(weighted) > 1:
        names = pack.words("fund_total_names")
        weighted = [line for line in weighted if any(name in line.name for name in names)][:1] or weighted
    return tuple(_as_indicator(line) for line in weighted)


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
