"""One person's own statement of a released run: found by the code on the letter, opened by what the letter does not say."""

from hmac import compare_digest
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from jiping.datasets.engine import DUCKDB, open_engine
from jiping.datasets.folder import open_data, parquet_paths
from jiping.printing.handing_over import MANIFEST
from jiping.printing.read_roster import read_roster
from jiping.printing.roster import Asked
from jiping.printing.shelf import Shelf

TAIL = 6
"""How many signs of the identity number are asked for: the letter shows only the last four."""
_PERSONS = "persons"


def person_of(out: Path, code: str) -> int | None:
    """Return whose statement bears the code, typed with or without its dash, in the run released into `out`."""
    signs = "".join(code.upper().split()).replace("-", "")
    path = out / f"{MANIFEST}.parquet"
    if not path.is_file():
        return None
    asked = f"{signs[:4]}-{signs[4:]}"
    found = pq.read_table(path, columns=["person"], filters=[("code", "=", asked)]).column("person").to_pylist()
    return int(found[0]) if len(found) == 1 else None


def has_tail(data: Path, person: int, tail: str) -> bool:
    """Tell whether the person's identity number ends with `tail`."""
    held = {_PERSONS: open_data(data)[_PERSONS]}
    engine = open_engine(DUCKDB, parquet_paths(data, held))
    persons = engine.tables[_PERSONS]
    numbers = engine.fetch(persons.filter(persons.person == person).select("id_number")).column("id_number").to_pylist()
    if len(numbers) != 1 or numbers[0] is None or len(tail) != TAIL:
        return False
    return compare_digest(str(numbers[0])[-TAIL:].upper().encode(), tail.upper().encode())


def row_of(asked: Asked, person: int) -> dict[str, Any]:
    """Return what the person's statement says, as a row of the roster; amounts in fen, the identity number masked."""
    with Shelf() as shelf:
        rows: list[dict[str, Any]] = read_roster(asked, shelf, person).kept.rows().to_pylist()
    return rows[0]
