"""The roster of a run: who is printed a statement and what it says, in the order of the post, as one Arrow table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jiping.printing.shelf import Shelved
from jiping.statements.facts import Facts

POSTCODE = "^[0-9]{6}$"
BESIDE = ("person", "town", "by_post", "died_on")
"""Columns of the roster beside those of a statement; `by_post` tells that there are an address and a postcode to write on it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose statements: of which business year, from which records, under which rules, computed where.

    `printed_on` stands on the page, and the rate is the one published by then; None: no day, and the rate known by the day
    the statements are due.
    """

    year: int
    data: Path
    pack: str
    folders: Sequence[Path] = ()
    engine: str = "duckdb://"
    printed_on: date | None = None

    @property
    def on_cluster(self) -> bool:
        return not self.engine.startswith("duckdb:")


@dataclass(frozen=True, slots=True)
class Roster:
    """`kept`: a table of `columns.SCHEMA` and `BESIDE` on a shelf, by post office, town and address, those without last.

    `data` and `rules` are hashes of the records and of the rules it comes from.
    """

    facts: Facts
    kept: Shelved
    data: str
    rules: str
