"""What each check before printing strikes, row by row."""

from datetime import date

import pyarrow as pa
import pytest

from jiping.printing.roster_checks import CHECKS

GOOD: dict[str, object] = {
    "statement_number": 1,
    "person": 1,
    "name": "李某",
    "postcode": "226500",
    "address": "示例路 1 号",
    "died_on": None,
    "paid_months": 12,
    "opening": 0,
    "principal": 0,
    "interest": None,
    "closing": None,
}
SCHEMA = pa.schema(
    {
        **{
            name: pa.int64()
            for name in ("statement_number", "person", "paid_months", "opening", "principal", "interest", "closing")
        },
        "name": pa.string(),
        "postcode": pa.string(),
        "address": pa.string(),
        "died_on": pa.date32(),
    }
)
SPOILED: list[tuple[str, dict[str, object]]] = [
    ("没有姓名", {"name": None}),
    ("没有姓名", {"name": "\u3000 "}),
    ("金额为负", {"opening": -1}),
    ("金额为负", {"interest": -1}),
    ("金额为负", {"closing": -1}),
    ("已死亡", {"died_on": date(2025, 1, 2)}),
    ("没有地址或邮编", {"postcode": None}),
    ("没有地址或邮编", {"address": "\u3000"}),
    ("邮编不是六位数字", {"postcode": "12"}),
    ("邮编不是六位数字", {"postcode": "22650O"}),
    ("邮编不是六位数字", {"postcode": "2265000"}),
    ("全年没有缴费", {"paid_months": 0}),
    ("全年没有缴费", {"paid_months": None}),
    ("重复", {"statement_number": 3}),
    ("重复", {"person": 3}),
]


def struck(second: dict[str, object]) -> dict[str, list[int]]:
    """Return which of three rows each check strikes; the second is spoiled."""
    rows = [GOOD, GOOD | {"statement_number": 2, "person": 2} | second, GOOD | {"statement_number": 3, "person": 3}]
    table = pa.Table.from_pylist(rows, schema=SCHEMA)
    found = {each.title: each.finds(table).fill_null(False).to_pylist() for each in CHECKS}
    return {title: [row for row, hit in enumerate(mask) if hit] for title, mask in found.items() if any(mask)}


def test_a_good_roster_is_struck_by_nothing() -> None:
    assert struck({}) == {}


@pytest.mark.parametrize(("title", "spoiled"), SPOILED)
def test_a_check_strikes_the_row_and_no_other(title: str, spoiled: dict[str, object]) -> None:
    assert struck(spoiled) == {title: [1, 2] if title == "重复" else [1]}
