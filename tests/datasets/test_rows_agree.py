"""A row agrees with itself and with the tables imported before: ends follow beginnings, parts are no more than wholes."""

from pathlib import Path

import pytest

from datasets.files import PACK, as_csv, imported
from jiping.datasets.faults import Fault

LOAN = ("贷款编号", "个人编号", "合同日期", "退休类别")
RATE = ("贷款编号", "利率起始日", "年利率")


def first(folder: Path, table: str, headings: tuple[str, ...], *rows: tuple[str, ...]) -> tuple[Fault, ...]:
    folder.mkdir(exist_ok=True)
    return imported(folder / "data", as_csv(folder / f"{table}.csv", rows, headings=headings), table=table).faults


@pytest.mark.parametrize(
    ("table", "headings", "row", "at"),
    [
        (
            "hardship_proofs",
            ("个人编号", "困难类别", "有效期起", "有效期止"),
            ("1", "残疾", "2024-05-02", "2024-05-01"),
            3,
        ),
        ("loan_overdues", ("贷款编号", "逾期起日", "逾期止日"), ("A", "2024-05-02", "2024-05-01"), 2),
        (
            "employment_subsidies",
            ("个人编号", "补贴起始月份", "补贴终止月份", "补贴金额"),
            ("1", "2024-06", "2024-05", "1"),
            2,
        ),
        (
            "startups",
            ("受理编号", "受理时间", "办成时间"),
            ("K1", "2024-05-02 09:30:00", "2024-05-02 09:29:00"),
            2,
        ),
        (
            "case_suspensions",
            ("业务编号", "中止日期", "恢复日期", "中止原因"),
            ("J1", "2024-05-02", "2024-05-01", "补正"),
            2,
        ),
    ],
)
def test_an_end_before_its_beginning_is_refused_and_the_same_moment_is_not(
    tmp_path: Path, table: str, headings: tuple[str, ...], row: tuple[str, ...], at: int
) -> None:
    (fault,) = first(tmp_path / "坏", table, headings, row)
    assert (fault.heading, fault.what) == (headings[at], "早于同一行里应在它之前的日期")
    assert first(tmp_path / "好", table, headings, (*row[:at], row[at - 1], *row[at + 1 :])) == ()


def test_what_came_back_is_no_more_than_was_overpaid(tmp_path: Path) -> None:
    headings = ("业务编号", "抽查日期", "是否差错", "多付金额", "已追回金额")
    rows = [(f"J{n}", "2024-05-02", "是", "10.00", back) for n, back in enumerate(("10.00", "10.01", ""))]
    (fault,) = first(tmp_path, "case_samples", headings, *rows)
    assert (fault.line, fault.heading, fault.what) == (3, "已追回金额", "大于同一行里它不能超过的数")


def test_a_number_that_was_never_registered_is_refused(tmp_path: Path) -> None:
    assert first(tmp_path, "loans", LOAN, ("A", "1", "2024-01-05", "男职工"), ("B", "2", "2024-01-05", "男职工")) == ()
    (fault,) = first(tmp_path, "loan_rates", RATE, ("A", "2024-01-05", "3%"), ("C", "2024-01-05", "3%"))
    assert (fault.line, fault.heading, fault.value, fault.what) == (3, "贷款编号", "C", "在登记它的那张表里没有")


def test_where_the_register_is_not_there_yet_the_import_says_so(tmp_path: Path) -> None:
    file = as_csv(tmp_path / "利率.csv", [("A", "2024-01-05", "3%")], headings=RATE)
    outcome = imported(tmp_path / "data", file, table="loan_rates")
    assert outcome.snapshot is not None
    assert outcome.unheld == ("助保贷款合同台账",)
    first(tmp_path, "loans", LOAN, ("A", "1", "2024-01-05", "男职工"))
    assert imported(tmp_path / "data", file, table="loan_rates").unheld == ()


def test_every_table_referred_to_is_declared_with_that_key() -> None:
    referred = [(each, table) for table in PACK.tables.values() for each in table.columns if each.refers_to]
    assert len(referred) >= 9
    for column, table in referred:
        assert PACK.tables[str(column.refers_to)].key == (column.name,), (table.name, column.name)


def test_a_county_keeps_all_rules_of_its_rows() -> None:
    from jiping.synthetic.county import County
    from synthetic.counties import laid_out, tables

    con = laid_out(County(2_000))
    for table in (PACK.tables[name] for name in sorted(tables(con))):
        for each in table.columns:
            broken = {
                f"{each.name} < {each.not_before}": each.not_before,
                f"{each.name} > {each.at_most}": each.at_most,
                f"{each.name} NOT IN (SELECT {each.name} FROM {each.refers_to})": each.refers_to,
            }
            for condition in (condition for condition, rule in broken.items() if rule is not None):
                assert con.execute(f"SELECT count(*) FROM {table.name} WHERE {condition}").fetchone() == (0,), condition
