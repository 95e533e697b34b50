"""The pictures of the page, from what the selectors counted."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.utils.safestring import SafeString

from jiping.web.insight.selectors.indicators import Alike, earned
from jiping.web.ui.charts.bars import Bar, columns, rows
from jiping.web.ui.charts.trend import MOST_LINES, Line, Scale, trend

_FULL = Decimal(100)
_FLOOR = Decimal(60)


def scores_drawn(bars: Sequence[Bar]) -> SafeString:
    """Draw the spread of scores."""
    return columns("自评得分分布", bars)


def weights_drawn(weights: Mapping[str, Decimal]) -> SafeString:
    """Draw how the points are spread over the levels."""
    return rows("各类指标平均分值", [Bar(level, mean, f"{mean:.2f}", "teal") for level, mean in weights.items()])


def earned_drawn(shares: Mapping[str, Decimal], most: int) -> SafeString:
    """Draw the indicators that earn the smallest share of their points; nothing when all earn all."""
    bars = [Bar(name, share, f"{share:.1f}%", "amber") for name, share in shares.items() if share < _FULL]
    return rows("得分率最低的指标", bars[:most], _FULL) if bars else SafeString("")


def units_drawn(means: Mapping[str, Mapping[int, Decimal]], years: Sequence[int]) -> SafeString:
    """Draw the mean score of the units with most filings over the years."""
    lines = [Line(unit, tuple(by_year.get(year) for year in years)) for unit, by_year in means.items()]
    return trend("各单位平均自评得分", [str(year) for year in years], lines, _scale(lines))


def indicators_drawn(found: Iterable[Alike], years: Sequence[int]) -> SafeString:
    """Draw over the years what the indicators earn that earn least now."""
    by_year = {year: earned([each for each in found if each.year == year]) for year in years}
    names = list(by_year[years[-1]])[:MOST_LINES] if years else []
    lines = [Line(name, tuple(by_year[year].get(name) for year in years)) for name in names]
    return trend("指标得分率", [str(year) for year in years], lines, _scale(lines))


def _scale(lines: Iterable[Line]) -> Scale:
    """Return a scale to the full mark from the next ten below what is drawn, from sixty at the highest."""
    least = min((value for line in lines for value in line.values if value is not None), default=_FLOOR)
    return Scale(min(_FLOOR, least // 10 * 10), _FULL)
