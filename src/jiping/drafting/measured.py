"""Put measured figures into a filing: the actual value, and the receipt that proves it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import cast

from jiping.domain.evidence import Evidence
from jiping.domain.filing import Filing, Indicator
from jiping.domain.measurement import Measurement
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row

RECEIPT = "计量凭据"


@dataclass(frozen=True, slots=True)
class Filled:
    """One row that was asked for a figure: what stood there, what stands there now; `measured` None says that no
    record answers it, and then the row is as it was.
    """

    indicator: str
    before: str | None
    after: str | None
    code: str
    measured: Measurement | None


def programme_of(filing: Filing, pack: RulePack) -> str | None:
    """Return the name of the programme that carries out the filing's project, None when the pack knows none."""
    known = pack.table("project_programmes")
    return next((str(row["programme"]) for row in known if row["project"] == filing.project), None)


def fill(filing: Filing, measured: Sequence[Measurement], pack: RulePack) -> tuple[Filing, tuple[Filled, ...]]:
    """Return `filing` with the actual value of every row the pack has a measure for, and what was done row by row.

    `measured` are the figures of the filing's own programme. A row whose figure is absent keeps its words.
    """
    by_code = {each.code: each for each in measured}
    rules = _rules_for(filing, pack)
    rows: list[Indicator] = []
    told: list[Filled] = []
    for row in filing.rows:
        rule = rules.get(row.level3)
        filled = row if rule is None else _filled(row, rule, by_code)
        rows.append(filled)
        if rule is not None:
            code = str(rule["code"])
            told.append(Filled(row.level3, row.actual, filled.actual, code, _figure(code, by_code)))
    return replace(filing, rows=tuple(rows)), tuple(told)


def stated(filing: Filing, indicator: str, figure: Measurement, pack: RulePack) -> str | None:
    """Return what the row `indicator` of `filing` shows when `figure` proves it."""
    rule = _rules_for(filing, pack).get(indicator)
    return figure.shown if rule is None or rule["code"] != figure.code else _words(figure, rule)


def _rules_for(filing: Filing, pack: RulePack) -> Mapping[str, Row]:
    """Return the pack's measure of each indicator, by the indicator's name."""
    programme = programme_of(filing, pack)
    return {str(row["indicator"]): row for row in _rules(pack) if row["programme"] in ("", programme)}


def _rules(pack: RulePack) -> tuple[Row, ...]:
    """Return the pack's measures, those for all programmes first, so that a programme's own takes their place."""
    return tuple(sorted(pack.table("measured_rows"), key=lambda row: str(row["programme"])))


def _figure(code: str, by_code: Mapping[str, Measurement]) -> Measurement | None:
    found = by_code.get(code)
    return None if found is None or found.exact is None else found


def _filled(row: Indicator, rule: Row, by_code: Mapping[str, Measurement]) -> Indicator:
    figure = _figure(str(rule["code"]), by_code)
    if figure is None:
        return row
    others = tuple(each for each in row.evidence if each.title != RECEIPT)
    receipt = Evidence(RECEIPT, number=figure.id, note=_arithmetic(figure))
    return replace(row, actual=_words(figure, rule), evidence=(*others, receipt))


def _words(figure: Measurement, rule: Row) -> str | None:
    """Return what the form shows: the figure, or the word the pack has for where it lies."""
    if "then" not in rule or figure.exact is None:
        return figure.shown
    exact = figure.exact
    least, most = cast("Decimal | None", rule.get("at_least")), cast("Decimal | None", rule.get("at_most"))
    within = (least is None or exact >= Fraction(least)) and (most is None or exact <= Fraction(most))
    return str(rule["then" if within else "otherwise"])


def _arithmetic(figure: Measurement) -> str:
    if figure.lower is None:
        return f"{figure.title} {figure.shown}"
    return f"{figure.title}：{figure.upper}÷{figure.lower}"
