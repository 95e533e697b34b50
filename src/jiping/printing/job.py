"""A run: the roster is read and looked over, cut into print files, printed on all cores, proven and released.

Killed anywhere and run again, it goes on behind the last whole batch; the same input gives the same bytes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jiping.printing import durable
from jiping.printing.claim import claim, program
from jiping.printing.crew import Crew
from jiping.printing.handing_over import Release, release
from jiping.printing.key import fingerprint
from jiping.printing.plan import Batch, cut
from jiping.printing.precheck import ROWS_AT_ONCE, Found, as_csv, look_over
from jiping.printing.proof import drawn, prove
from jiping.printing.record import FILES, RECORDS, Done, done_already, print_kept
from jiping.printing.roster import Asked, Roster
from jiping.printing.shelf import Shelf, Shelved
from jiping.statements.renderer import Renderer, characters_of
from jiping.statements.template import Template, load_template

Tell = Callable[[str, int, int], None]
LOOK = Path(str(files("jiping"))) / "packs" / "national" / "statements"
"""The page as the product brings it; a designer copies the folder and changes it."""
EXCEPTIONS = "exceptions.csv"


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


def run(asked: Asked, manner: Manner, out: Path, tell: Tell) -> Release:
    """Print every statement of the year into `out`. Raises JipingError when a page does not say what the roster says."""
    with Shelf() as shelf, Crew(manner.processes) as crew:
        tell("查名册", 0, 1)
        ready = get_ready(asked, manner, shelf, crew)
        tell("查名册", 1, 1)
        return _run(ready, out, crew, tell)


def _run(ready: Ready, out: Path, crew: Crew, tell: Tell) -> Release:
    rows = ready.kept.rows()
    claim(out, _identity(ready))
    durable.write(out / EXCEPTIONS, as_csv(ready.found.exceptions))
    batches = cut(rows, ready.manner.batch)
    done = _printed(ready, batches, out, crew, tell)
    tell("比对", 0, 1)
    prove(ready.kept, ready.template.fields, drawn(done, ready.manner.sample), out / FILES, crew)
    tell("比对", 1, 1)
    return release(rows, ready.found, done, ready.asked.year, out)


def _printed(ready: Ready, batches: tuple[Batch, ...], out: Path, crew: Crew, tell: Tell) -> list[Done]:
    """Return all batches in order; those on the disk already are not printed again."""
    for folder in (FILES, RECORDS, "."):
        durable.sweep(out / folder)
    done = {each.batch.number: each for each in _held(ready.kept, batches, out, crew)}
    left = [each for each in batches if each.number not in done]
    pages, total = sum(each.batch.count for each in done.values()), sum(each.count for each in batches)
    tell("打印", pages, total)
    for each in _press(ready, left, out, crew):
        done[each.batch.number] = each
        pages += each.batch.count
        tell("打印", pages, total)
    return [done[each.number] for each in batches]


def _press(ready: Ready, batches: list[Batch], out: Path, crew: Crew) -> Iterator[Done]:
    """Yield batches as they are printed: by processes of this machine, or on the cluster that computed the roster."""
    if not ready.asked.on_cluster or not batches:
        return crew.share(partial(print_kept, ready.renderer, ready.kept, out), batches)
    from jiping.printing.spark import printed  # noqa: PLC0415 - optional

    look = ready.template, ready.manner.key, ready.characters
    return printed(ready.asked.engine, look, ready.kept.rows(), batches, out)


def _held(kept: Shelved, batches: tuple[Batch, ...], out: Path, crew: Crew) -> Iterator[Done]:
    if not (out / RECORDS).is_dir():
        return
    found = crew.share(partial(done_already, kept, out), batches)
    yield from (each for each in found if each is not None)


def _identity(ready: Ready) -> dict[str, object]:
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
