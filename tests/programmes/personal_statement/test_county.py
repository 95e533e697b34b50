"""On a whole county: what the filing of 2024 states comes out, and every statement's interest is that of the rules."""

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.measuring import measure
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.catalogue import indicators
from jiping.programmes.personal_statement.statement import statements
from jiping.rulepack.pack import RulePack
from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from programmes.personal_statement.reference import closing_balance


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("statements") / "county"
    generate(County(persons=1_000), folder, lambda _: None)
    return folder


@pytest.fixture
def county(folder: Path) -> Engine:
    return open_engine(DUCKDB, {path.stem: path for path in folder.glob("*.parquet")})


@pytest.mark.parametrize("code", ["PS02", "PS03", "PS06"])
def test_all_is_printed_sent_in_time_and_right_as_the_filing_says(code: str, county: Engine, pack: RulePack) -> None:
    offered = {each.code: each for each in indicators("personal_statement")}
    question = Question("personal_statement", Period.of_year(2024), pack)
    assert measure(offered[code], question, county, (), "test").shown == "100%"


def test_every_balance_is_that_of_the_rules(county: Engine, pack: RulePack) -> None:
    question = Question("personal_statement", Period.of_year(2024), pack)
    told = county.fetch(statements(county.tables, question)).to_pylist()
    assert len({row["person"] for row in told}) == len(told) > 0
    credited: dict[int, dict[int, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for each in county.fetch(county.tables["contributions"]).to_pylist():
        if each["scheme"] == "employee_pension" and each["month"].year == 2024 and each["refunded_on"] is None:
            credited[each["person"]][each["month"].month] += Decimal(each["credited"]) / 100
    for row in told:
        months = credited[row["person"]]
        balance = closing_balance(Decimal(row["opening"]) / 100, months, Decimal("3.97"), "monthly")
        assert (Decimal(row["closing"]) / 100, row["paid_months"]) == (balance, len(months))
