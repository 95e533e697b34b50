"""Build filings for cases from a few words: whatever a case leaves out is absent, except what every filing has."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import yaml

from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.evidence import Evidence
from jiping.domain.filing import Filing, Form, FundLine, Indicator, Narrative, Section, SignOff, Waiver
from jiping.domain.money import Money
from jiping.domain.place import Place
from jiping.exchange.marks import unmark

HEADINGS = {
    "overview": "一、项目概况",
    "evaluation": "二、评价情况",
    "performance": "三、项目绩效",
    "problems": "四、存在问题",
    "measures": "五、整改措施",
}


def load_cases(path: Path) -> dict[str, Any]:
    """Return the cases of a YAML file; numbers keep their digits."""
    return cast("dict[str, Any]", yaml.load(path.read_text(encoding="utf-8"), Loader=_ExactLoader))  # noqa: S506


def build_filing(given: Mapping[str, Any]) -> Filing:
    """Return a filing of 示例单位, 2024, with what `given` says; narrative texts are plain strings.

    A number bound to a fact is marked as in a hand-filled filing: `项目支出 {{expenditure=6 万元}}`.
    """
    facts = dict(given)
    narrative = {
        name: Section(text["heading"], *unmark(text["text"]))
        if isinstance(text, dict)
        else Section(HEADINGS[name], *unmark(text))
        for name, text in facts.pop("narrative", {}).items()
    }
    rows = tuple(_row(number, row) for number, row in enumerate(facts.pop("rows", ()), start=1))
    funds = tuple(_fund(fund) for fund in facts.pop("funds", ()))
    doubts = tuple(_doubt(doubt) for doubt in facts.pop("doubts", ()))
    waivers = tuple(Waiver(**waiver) for waiver in facts.pop("waivers", ()))
    for name in ("stated_score", "total_weight", "total_score"):
        if facts.get(name) is not None:
            facts[name] = _decimal(facts[name])
    if facts.get("expenditure") is not None:
        facts["expenditure"] = Money.from_wan(_decimal(facts["expenditure"]))
    if "form" in facts:
        facts["form"] = Form(facts["form"])
    if "sign_off" in facts:
        facts["sign_off"] = SignOff(**facts["sign_off"])
    basics: dict[str, Any] = {"project": "示例项目", "unit": "示例单位", "year": 2024}
    given_parts = {"rows": rows, "funds": funds, "waivers": waivers, "doubts": doubts}
    return Filing(**{**basics, **facts, **given_parts}, narrative=Narrative(**narrative))


def _row(number: int, given: Mapping[str, Any]) -> Indicator:
    row: dict[str, Any] = {"level1": None, "level2": None, "level3": f"指标{number}", **given}
    for name in ("weight", "score"):
        if row.get(name) is not None:
            row[name] = _decimal(row[name])
    for name in ("target", "actual"):
        if row.get(name) is not None:
            row[name] = str(row[name])
    row["evidence"] = tuple(
        Evidence(**each) if isinstance(each, dict) else Evidence(each) for each in row.get("evidence", ())
    )
    return Indicator(**row)


def _fund(given: Mapping[str, Any]) -> FundLine:
    fund: dict[str, Any] = {"name": "年度资金总额", **given}
    for name in ("initial", "full_year", "executed"):
        if fund.get(name) is not None:
            fund[name] = Money.from_wan(_decimal(fund[name]))
    for name in ("rate", "weight", "score"):
        if fund.get(name) is not None:
            fund[name] = _decimal(fund[name])
    return FundLine(**fund)


def _doubt(given: Mapping[str, Any]) -> Doubt:
    """Return a doubt; it is low and in the file 扫描.pdf unless said otherwise."""
    figures = tuple(Figure(each) for each in given.get("figures", ()))
    confidence = Confidence(given.get("confidence", "low"))
    return Doubt(given["where"], given["text"], "看不清", confidence, Place("扫描.pdf", page=1), figures)


def _decimal(value: Any) -> Decimal:
    return Decimal(str(value))


class _ExactLoader(yaml.SafeLoader):
    """Reads 9.8 as the text it is, so that a case never passes through a float."""


_ExactLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(str(node.value)))
YEAR_END = date(2024, 12, 31)
