"""Packs from disk, resolved for a day along their line of parents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.rulepack.lineage import MODEL, line_of
from jiping.rulepack.pack import RulePack
from jiping.rulepack.reading.head import PackHead, read_head
from jiping.rulepack.reading.source import faults
from jiping.rulepack.shelf import find_shelves, own_shelf

AUTO = "auto"  # not a pack: the one whose `units` the filing's own words name, else the model


@dataclass(frozen=True, slots=True)
class PackSummary:
    """A pack as a list shows it; `folder` is how its place is shown to people."""

    head: PackHead
    folder: str
    built_in: bool


def load_pack(name: str, on: date, folders: Sequence[Path] = ()) -> RulePack:
    """Return the rules of `name` on the day `on`; `folders` are the user's own packs, or folders of packs.

    Raises PackFault for an unknown pack and for any fault in it or in its parents.
    """
    return _resolve(MODEL if name == AUTO else name, on, tuple(folders))


def pack_for(words: str, folders: Sequence[Path] = ()) -> str:
    """Return the name of the pack that is for the unit named in `words`: the nearest of several, the model if none is."""
    fitting = [
        (depth, name) for name, units, depth in _localities(tuple(folders)) if any(each in words for each in units)
    ]
    return max(fitting)[1] if fitting else MODEL


@lru_cache(maxsize=8)
def _localities(folders: tuple[Path, ...]) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    """Return the packs that are for known units, with these and the length of their line; asked of every filing."""
    shelves = find_shelves(folders)
    heads = (read_head(shelf) for shelf in shelves.values())
    return tuple((head.name, head.units, len(line_of(head.name, shelves))) for head in heads if head.units)


def list_packs(folders: Sequence[Path] = ()) -> tuple[PackSummary, ...]:
    """Return every pack that can be named, built-in ones first."""
    shelves = find_shelves(folders).values()
    return tuple(PackSummary(read_head(shelf), shelf.shown, shelf.built_in) for shelf in shelves)


def validate_pack(folder: Path, folders: Sequence[Path] = ()) -> tuple[JipingError, ...]:
    """Return what is wrong with the pack in `folder`, at most one fault a file; empty when it can be used."""
    shelf = own_shelf(folder)
    found = tuple(faults(shelf))
    if found:
        return found
    try:
        line_of(shelf.name, {**find_shelves(folders), shelf.name: shelf})
    except JipingError as fault:
        return (fault,)
    return ()


@lru_cache(maxsize=64)
def _resolve(name: str, on: date, folders: tuple[Path, ...]) -> RulePack:
    line = line_of(name, find_shelves(folders))
    nearest, upwards = line[0], tuple(reversed(line))
    return RulePack(
        name=name,
        title=nearest.head.title,
        region=nearest.head.region,
        as_of=on,
        lineage=tuple(source.shelf.name for source in line),
        entries={key: value for source in upwards for key, value in source.entries.items()},
        bases={key: value for source in upwards for key, value in source.bases.items()},
        layouts={key: value for source in upwards for key, value in source.layouts.items()},
        root=upwards[0].entries,
        edition=" ← ".join(f"{source.head.title} {source.head.edition}" for source in line),
        tables={key: value for source in upwards for key, value in source.tables.items()},
    )
