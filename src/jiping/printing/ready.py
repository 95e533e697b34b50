"""What a run is made ready from: the roster read, the fonts cut, every row looked over."""

from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jiping.printing.claim import program
from jiping.printing.crew import Crew
from jiping.printing.key import fingerprint
from jiping.printing.precheck import ROWS_AT_ONCE, Found, look_over
from jiping.printing.roster import Asked, Roster
from jiping.printing.shelf import Shelf, Shelved
from jiping.statements.renderer import Renderer, characters_of
from jiping.statements.template import Template, load_template

LOOK = Path(str(files("jiping"))) / "packs" / "national" / "statements"
"""The page as the product brings it; a designer copies the folder and changes it."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How statements are printed: how many a file at most, signed with which key, on which page, by how many processes."""

    key: bytes
    batch: int = 5000
    look: Path = LOOK
    processes: int = 2
    sample: int = 24


@dataclass(frozen=True, slots=True)
class Ready:
    """A run before its first page: `kept` are the rows that will be printed."""

    roster: Roster
    template: Template
    renderer: Renderer
    characters: frozenset[str]
    found: Found
    kept: Shelved
    asked: Asked
    manner: Manner


def get_ready(asked: Asked, manner: Manner, shelf: Shelf, crew: Crew) -> Ready:
    """Read the roster, cut the fonts, look over every row."""
    from jiping.printing.read_roster import read_roster  # noqa: PLC0415 - brings an engine the crew has no use for

    roster = read_roster(asked, shelf)
    template = load_template(manner.look, roster.facts)
    starts = range(0, roster.kept.rows().num_rows, ROWS_AT_ONCE)
    characters = frozenset().union(*crew.share(partial(_characters, roster.kept), starts))
    renderer = Renderer(template, manner.key, characters)
    found = look_over(roster.kept, renderer, crew)
    kept = roster.kept
    if not found.good.all():
        rows = kept.rows()
        kept = shelf.put(rows.filter(found.good).to_batches(), rows.schema)
    return Ready(roster, template, renderer, characters, found, kept, asked, manner)


def _characters(kept: Shelved, first: int) -> frozenset[str]:
    return characters_of(kept.rows().slice(first, ROWS_AT_ONCE))


def identity(ready: Ready) -> dict[str, object]:
    """Return what a run must not change while it goes on: program, data, rules, look, key and size of a batch."""
    look = sha256(ready.template.page + repr((ready.template.fields, ready.template.palette)).encode())
    return {
        "program": program(),
        "data": ready.roster.data,
        "rules": ready.roster.rules,
        "facts": repr(ready.roster.facts),
        "look": look.hexdigest(),
        "key": fingerprint(ready.manner.key),
        "batch": ready.manner.batch,
    }
