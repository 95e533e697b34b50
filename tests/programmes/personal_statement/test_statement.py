"""What a statement says, case by case, and that no disorder of the records changes it."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from engines import Rows
from jiping.datasets.engine import DUCKDB, Engine
from jiping.datasets.question import Question
from jiping.domain.errors import PackFault
from jiping.domain.period import Period
from jiping.programmes.personal_statement.statement import statements
from jiping.rulepack.pack import RulePack
from programmes.situations import changed

On = Callable[[str, Mapping[str, Rows]], Engine]
Case = Mapping[str, Any]
CASES: dict[str, Case] = {
    name: told
    for path in sorted(Path(__file__).parent.glob("statements/*.yaml"))
    for name, told in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}


def _said(case: Case, tables: Mapping[str, Rows], pack: RulePack, on: On) -> list[dict[str, object]]:
    engine = on(DUCKDB, tables)
    question = Question("personal_statement", Period.of_year(2024), changed(pack, case.get("set", {})))
    stated = statements(engine.tables, question, case.get("printed_on"))
    told: list[dict[str, object]] = engine.fetch(stated.order_by("person")).to_pylist()
    return told


@pytest.mark.parametrize("name", CASES)
def test_a_statement_says(name: str, pack: RulePack, on: On) -> None:
    case = CASES[name]
    (row,) = _said(case, case["tables"], pack, on)
    expected = {
        column: Decimal(value) if column == "rate" and value else value for column, value in case["says"].items()
    }
    assert {column: row[column] for column in expected} == expected


@pytest.mark.parametrize("name", CASES)
def test_the_order_of_records_says_nothing(name: str, pack: RulePack, on: On) -> None:
    case = CASES[name]
    turned = {table: rows[::-1] for table, rows in case["tables"].items()}
    assert _said(case, turned, pack, on) == _said(case, case["tables"], pack, on)


@pytest.mark.parametrize("name", CASES)
def test_a_balance_is_what_was_there_and_what_came_in(name: str, pack: RulePack, on: On) -> None:
    for row in _said(CASES[name], CASES[name]["tables"], pack, on):
        parts = [row["opening"], row["principal"], row["interest"]]
        assert row["closing"] == (None if None in parts else sum(map(int, map(str, parts))))


def test_an_unknown_choice_is_refused(pack: RulePack, on: On) -> None:
    case: Case = {"set": {"ps_interest_method": "daily"}}
    with pytest.raises(PackFault, match="monthly、yearly、none"):
        _said(case, CASES["年度计算法"]["tables"], pack, on)


def test_no_rate_published_yet_is_refused(pack: RulePack, on: On) -> None:
    case: Case = {"set": {"ps_interest_rates": []}}
    with pytest.raises(PackFault, match="2024 年可用的记账利率"):
        _said(case, CASES["年度计算法"]["tables"], pack, on)


@pytest.mark.parametrize("percent", ["2.625", "-1"])
def test_a_rate_nobody_publishes_is_refused(percent: str, pack: RulePack, on: On) -> None:
    row = {"rate_year": 2024, "percent": Decimal(percent), "published_on": date(2025, 1, 31)}
    case: Case = {"set": {"ps_interest_rates": [row]}}
    with pytest.raises(PackFault, match=percent):
        _said(case, CASES["年度计算法"]["tables"], pack, on)
