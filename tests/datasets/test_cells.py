"""Cells as clerks write them become the values they mean, or nothing."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import ibis
import pytest
import yaml
from ibis.expr.types import StringValue, Value

from jiping.datasets import credit_code, id_number
from jiping.datasets.written import dates, numbers, words
from jiping.datasets.written.plain import trimmed

YES, NO = ("是", "√", "Y", "TRUE", "T", "1"), ("否", "×", "N", "F")
CHOICES = (("单位职工", "employee"), ("灵活就业（个体）", "flexible"))
FEN_PER_YUAN = Decimal(100)

READERS: dict[str, Callable[[StringValue], Value]] = {
    "整数": numbers.integer,
    "金额": lambda text: numbers.money(text, FEN_PER_YUAN),
    "比率": lambda text: numbers.rate(text, Decimal(1)),
    "日期": dates.date,
    "月份": dates.month,
    "时刻": dates.time,
    "是否": lambda text: words.flag(text, YES, NO),
    "选项": lambda text: words.choice(text, CHOICES),
    "文字": lambda text: text,
    "身份号码": id_number.id_number,
    "信用代码": credit_code.credit_code,
}
CASES = yaml.safe_load((Path(__file__).parent / "cells.yaml").read_text(encoding="utf-8"))


def read(kind: str, *cells: str | None) -> list[Any]:
    """Return what the cells are read as."""
    rows = ibis.memtable({"n": list(range(len(cells))), "cell": list(cells)}, schema={"n": "int64", "cell": "string"})
    values = rows.select("n", value=READERS[kind](trimmed(rows.cell))).order_by("n")
    return [each["value"] for each in ibis.duckdb.connect().to_pyarrow(values).to_pylist()]


@pytest.mark.parametrize("kind", CASES)
def test_cells_are_read_as_the_cases_say(kind: str) -> None:
    cases: dict[str, Any] = CASES[kind]
    found = dict(zip(cases, read(kind, *cases), strict=True))
    assert {cell: _comparable(value) for cell, value in found.items()} == cases


@pytest.mark.parametrize("kind", READERS)
def test_blank_cells_are_missing(kind: str) -> None:
    assert read(kind, None, "", "  ", "　", "\t", '=""') == [None] * 6


def test_heading_in_another_unit_scales_money_exactly() -> None:
    rows = ibis.memtable({"cell": ["474.37", "0.000001", "0.0000001", "20.17 元"]})
    fen = rows.select(value=numbers.money(trimmed(rows.cell), Decimal(1_000_000)))
    found = ibis.duckdb.connect().to_pyarrow(fen).to_pydict()["value"]
    assert found == [474_370_000, 1, None, 2017]


def test_every_reader_has_cases() -> None:
    assert CASES.keys() == READERS.keys()


def _comparable(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value
