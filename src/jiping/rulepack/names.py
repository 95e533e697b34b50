"""Usual names and their other spellings: tables whose rows say `name`, and in `also` how else it is written."""

from collections.abc import Mapping
from functools import lru_cache

from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row, texts


def names_in(row: Row) -> tuple[str, ...]:
    """Return the usual name and every other spelling of it."""
    return (str(row["name"]), *texts(row, "also"))


@lru_cache(maxsize=64)
def usual_names(pack: RulePack, table: str) -> Mapping[str, str]:
    """Return the usual name of every spelling in `table`."""
    return {word: str(row["name"]) for row in pack.table(table) for word in names_in(row)}
