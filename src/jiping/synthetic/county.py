"""The county that does not exist: how many persons, of which year, from which seed."""

from collections.abc import Callable
from dataclasses import dataclass

import duckdb

FIRST_PERSON = 1_000_000_001
FULL_SIZE = 200_000  # the size for which the money facts of the filings are laid out
_CANDIDATES_IN_A_HUNDRED = 8

Group = Callable[[duckdb.DuckDBPyConnection, "County"], None]


@dataclass(frozen=True, slots=True)
class County:
    """Persons are numbered from `FIRST_PERSON` to `last`.

    Those from `first_candidate` on were payers of the resident scheme until they joined the enterprise one: of them only
    the entry in `persons` is written by the ground of the county, relations and contributions by the transfer subsidy.
    One in twenty of them has reached pension age by `year`.
    """

    persons: int = FULL_SIZE
    seed: int = 2024
    year: int = 2024

    @property
    def last(self) -> int:
        return FIRST_PERSON + self.persons - 1

    @property
    def first_candidate(self) -> int:
        return self.last + 1 - self.persons * _CANDIDATES_IN_A_HUNDRED // 100

    @property
    def is_full_size(self) -> bool:
        return self.persons >= FULL_SIZE


@dataclass(frozen=True, slots=True)
class Planted:
    """A case laid out on purpose, that a wrong rule gets wrong.

    `rows` is SQL whose first column names the records concerned; it must find some in a county of full size.
    """

    name: str
    why: str
    rows: str
