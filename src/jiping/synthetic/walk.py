"""Lay out the whole county: every file of this room that holds a group of tables, each after those it needs."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from types import ModuleType

import duckdb

from jiping.synthetic.county import County, Planted
from jiping.synthetic.macros import define_macros

_HERE = Path(__file__).parent


def generate(con: duckdb.DuckDBPyConnection, county: County, tell: Callable[[str], None] = lambda _: None) -> None:
    """Create the tables of `county` in `con`; `tell` hears the name of each group of tables as it begins."""
    define_macros(con, county)
    for name, module in groups().items():
        tell(name)
        getattr(module, name)(con, county)


def planted() -> Iterator[Planted]:
    """Yield the cases laid out on purpose, group by group: what each module lists in `PLANTED`."""
    for module in groups().values():
        yield from getattr(module, "PLANTED", ())


@cache
def groups() -> Mapping[str, ModuleType]:
    """Return the groups by name, each after those it names in `AFTER`.

    A file that defines a function of its own name is a group; all others come after `people`, `insurances` and
    `contributions`, so that they may add to the tables all share.
    """
    modules = {path.stem: import_module(f"jiping.synthetic.{path.stem}") for path in sorted(_HERE.glob("[!_]*.py"))}
    found = {name: module for name, module in modules.items() if hasattr(module, name)}
    needs = {name: getattr(module, "AFTER", ("contributions",)) for name, module in found.items()}
    return {name: found[name] for name in TopologicalSorter(needs).static_order()}
