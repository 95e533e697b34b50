"""The county's ledgers and surveys come to what the six filings of 2024 state."""

from datetime import date

import pytest

from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.measuring import measure
from jiping.datasets.question import Question
from jiping.domain.measurement import Measurement
from jiping.domain.period import Period
from jiping.programmes.catalogue import indicators
from jiping.rulepack.load import load_pack
from jiping.synthetic.county import County
from jiping.use_cases.generate import generate

SPENT = {
    "personal_statement": "6万元",
    "handbook": "5万元",
    "coverage_expansion": "9万元",
    "loan_interest_subsidy": "0.39万元",
    "operating_expense": "155万元",
    "transfer_subsidy": "474.37万元",
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("stated") / "county"
    generate(County(), folder, lambda _: None)
    return open_engine(DUCKDB, {path.stem: path for path in folder.glob("*.parquet")})


def figure(county: Engine, programme: str, code: str) -> Measurement:
    shared = {each.code: each for name in ("project_funds", "satisfaction") for each in indicators(name)}
    question = Question(programme, Period.of_year(2024), load_pack("national", date(2024, 12, 31)))
    return measure(shared[code], question, county, (), "test")


@pytest.mark.parametrize("programme", SPENT)
def test_each_project_arrived_and_spent_what_its_filing_says(county: Engine, programme: str) -> None:
    codes = ("PF01", "PF02", "PF03", "PF06")
    assert [figure(county, programme, code).shown for code in codes] == ["100%", "100%", SPENT[programme], "0元"]


@pytest.mark.parametrize("programme", SPENT)
def test_each_project_is_liked_as_its_filing_says(county: Engine, programme: str) -> None:
    stated = "96.0%" if programme == "personal_statement" else "97.0%"
    assert str(figure(county, programme, "SV01").shown).startswith(f"{stated}（n=")


@pytest.mark.parametrize("programme", SPENT)
def test_enough_people_answered_in_every_survey(county: Engine, programme: str) -> None:
    assert (figure(county, programme, "SV05").exact or 0) >= 100
