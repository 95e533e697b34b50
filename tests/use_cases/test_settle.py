"""The year-end settlement adds up, says where the bank differs, and why finance does not bear a stretch."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from engines import Rows, typed
from jiping.domain.errors import JipingError
from jiping.programmes.loan_interest_subsidy.programme import PROGRAMME
from jiping.reports.loans.settlement import document
from jiping.rulepack.load import load_pack
from jiping.use_cases.settle import settle, write_settlement

_LOAN = {"loan": "A", "person": 1, "contract_on": date(2023, 3, 1), "pension_class": "male"}
_MOVE = {"entry": "1", "loan": "A", "moved_on": date(2023, 3, 1), "kind": "disbursement", "amount": 1_000_000}
RECORDS: dict[str, Rows] = {
    "persons": [{"person": 1, "birth_date": date(1964, 3, 6), "local_household": True}],
    "hardship_proofs": [{"person": 1, "kind": "disability", "valid_from": date(2020, 1, 1)}],
    "loans": [_LOAN],
    "loan_movements": [_MOVE],
    "loan_rates": [{"loan": "A", "starts_on": date(2023, 3, 1), "rate": Decimal("0.036")}],
    "bank_interest": [{"loan": "A", "year": 2024, "amount": 9_200}, {"loan": "B", "year": 2024, "amount": 50}],
    "loan_prepayments": [
        {"voucher": "P1", "year": 2024, "paid_on": date(2024, 2, 1), "kind": "prepaid", "amount": 10_000}
    ],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    import pyarrow.parquet as pq

    schemas = load_pack("national", date(2024, 12, 31)).tables
    for name in PROGRAMME.tables:
        pq.write_table(typed(RECORDS.get(name, []), schemas[name]), tmp_path / f"{name}.parquet")
    return tmp_path


def test_each_loan_stands_beside_what_the_bank_listed(data: Path) -> None:
    settled = settle("loan_interest_subsidy", 2024, data, "national")
    assert [(each.loan, each.computed, each.listed, each.excess) for each in settled.lines] == [
        ("A", 9_100, 9_200, 100),
        ("B", None, 50, 50),
    ]
    assert (settled.computed, settled.listed, settled.paid, settled.outstanding) == (9_100, 9_250, 10_000, -900)


def test_where_the_bank_gave_no_list_no_loan_is_missing_from_it(data: Path) -> None:
    settled = settle("loan_interest_subsidy", 2023, data, "national")
    assert (len(settled.lines), settled.has_list) == (1, False)
    said = repr(document(settled))
    assert "没有银行清单" in said
    assert "银行漏列" not in said
    assert "没有银行清单" not in repr(document(settle("loan_interest_subsidy", 2024, data, "national")))


def test_days_that_finance_does_not_bear_say_why(data: Path) -> None:
    borne, refused = settle("loan_interest_subsidy", 2024, data, "national").stretches
    assert (borne.first, borne.last, borne.days, borne.refused) == (date(2024, 1, 1), date(2024, 3, 31), 91, ())
    assert (borne.interest, refused.interest) == (9_100, None)
    assert refused.first == date(2024, 4, 1)
    assert refused.refused == ("在宽限期内，还没有到领取基本养老金的年龄。",)


def test_the_sheet_tells_totals_and_what_becomes_of_money_left(data: Path, tmp_path: Path) -> None:
    out = write_settlement(settle("loan_interest_subsidy", 2024, data, "national"), tmp_path / "结算.xlsx")
    book = openpyxl.load_workbook(BytesIO(out.read_bytes()), data_only=True)
    told = [value for row in book["年终结算"].iter_rows(values_only=True) for value in row if value is not None]
    for each in (91, 92, 92.5, 1.5, 100, "银行漏列", "不应贴息", "不一致"):
        assert (each in told) is (each != "银行漏列"), each
    assert any("结余 9.00 元，结转下年" in str(each) for each in told)
    assert any("财政部门审核人" in str(each) for each in told)


def test_the_interest_of_all_stretches_is_the_total_of_the_sheet(data: Path, tmp_path: Path) -> None:
    settled = settle("loan_interest_subsidy", 2024, data, "national")
    assert settled.itemised == settled.computed
    out = write_settlement(settled, tmp_path / "结算.xlsx")
    rows = list(
        openpyxl.load_workbook(BytesIO(out.read_bytes()), data_only=True)["计息明细"].iter_rows(values_only=True)
    )
    heads = next(row for row in rows if "利息（元）" in row)
    at = heads.index("利息（元）")
    assert [row[at] for row in rows[rows.index(heads) + 1 :]] == [91, "—", 91]


def test_the_same_records_give_the_same_bytes(data: Path, tmp_path: Path) -> None:
    settled = settle("loan_interest_subsidy", 2024, data, "national")
    one, other = (write_settlement(settled, tmp_path / f"{name}.xlsx").read_bytes() for name in ("一", "二"))
    assert one == other


@pytest.mark.parametrize(
    ("programme", "out", "told"),
    [("handbook", "结算.xlsx", "没有年终结算"), ("loan_interest_subsidy", "结算.exe", "不能写成")],
)
def test_what_cannot_be_settled_or_written_is_said(
    data: Path, tmp_path: Path, programme: str, out: str, told: str
) -> None:
    with pytest.raises(JipingError, match=told):
        write_settlement(settle(programme, 2024, data, "national"), tmp_path / out)


def test_missing_records_are_named(data: Path) -> None:
    (data / "bank_interest.parquet").unlink()
    with pytest.raises(JipingError, match="银行贴息清单"):
        settle("loan_interest_subsidy", 2024, data, "national")
