"""Nothing is to be paid to the dead, whatever they had earned."""

from datetime import date

import pytest

from engines import Rows
from jiping.datasets.engine import DUCKDB
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.transfer_subsidy.payable import PAYABLE, payable
from jiping.rulepack.pack import RulePack
from programmes.conftest import On

MONTH = date(2021, 1, 1)
CASE = {"person": 1, "months_before": 100, "first_month": MONTH}
PAID = {
    "person": 1,
    "scheme": "employee_pension",
    "identity": "flexible",
    "month": MONTH,
    "paid_on": date(2021, 1, 10),
    "back_payment": False,
}


@pytest.mark.parametrize(("died_on", "rows"), [(None, 1), (date(2024, 12, 31), 0), (date(2025, 1, 1), 1)])
def test_the_allowance_of_who_died_is_not_on_a_list(on: On, pack: RulePack, died_on: date | None, rows: int) -> None:
    person = {"person": 1, "sex": "male", "birth_date": date(1960, 11, 20), "died_on": died_on}
    records: dict[str, Rows] = {name: [] for name in PAYABLE.tables}
    records |= {"persons": [person], "extension_allowances": [CASE], "contributions": [PAID]}
    engine = on(DUCKDB, records)
    question = Question("transfer_subsidy", Period.of_year(2024), pack)
    assert len(engine.fetch(payable(engine.tables, question))) == rows
