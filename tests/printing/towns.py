"""Two small towns whose people bring what a run must look out for."""

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from engines import Rows, typed
from jiping.rulepack.load import load_pack

PEOPLE = 47
NAMELESS, RARE, PRIVATE, DIED, HOMELESS, UNPAID, ELECTRONIC, MISCODED = 3, 5, 8, 11, 14, 17, 20, 23
"""Persons with a peculiarity: no name, a rare character, one only the old system knew, and so on."""
_NAMES = {NAMELESS: " ", RARE: "欧阳𬭼䶮", PRIVATE: "王\ue123"}

_ODD_CODES = {HOMELESS: None, MISCODED: "12"}


def lay_out(folder: Path) -> Path:
    """Write the records of 2024 to a data folder and return it."""
    folder.mkdir(parents=True)
    tables = load_pack("national", date(2024, 12, 31)).tables
    for name, rows in _rows().items():
        pq.write_table(typed(rows, tables[name]), folder / f"{name}.parquet")
    return folder


def _rows() -> dict[str, Rows]:
    people = range(1, PEOPLE + 1)
    return {
        "persons": [_person(each) for each in people],
        "insurances": [
            {"person": each, "scheme": "employee_pension", "started_on": date(2010, 1, 1)} for each in people
        ],
        "accounts": [
            {"person": each, "year": 2024, "opening": 1_000_000 * each + 7, "months": each} for each in people
        ],
        "contributions": [
            {
                "person": each,
                "scheme": "employee_pension",
                "month": date(2024, month, 1),
                "base": 400_000 + each,
                "unit_amount": 64_000 + each,
                "personal_amount": 32_000 + each + month,
                "credited": 32_000 + each + month,
            }
            for each in people
            for month in range(1, 13)
            if each != UNPAID and (each + month) % 5
        ],
    }


def _person(number: int) -> dict[str, object]:
    town = number % 2
    return {
        "person": number,
        "id_number": f"3299991980010{number:04}9",
        "name": _NAMES.get(number, f"李某{'甲乙丙丁'[number % 4]}"),
        "town": ("示例镇一", "示例镇二")[town],
        "postcode": _ODD_CODES.get(number, ("999900", "999901")[town]),
        "address": None if number == HOMELESS else f"示例镇虚构村{number % 7}组{number}号",
        "died_on": date(2025, 1, 20) if number == DIED else None,
        "delivery": "electronic" if number == ELECTRONIC else "paper",
    }
