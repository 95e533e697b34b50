"""A run: the roster is read and looked over, cut into print files, printed on all cores, proven and released.

Killed anywhere and run again, it goes on behind the last whole batch; the same input gives the same bytes.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jiping.datasets.engine import DUCKDB
from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.printing import crew, durable
from jiping.printing.handing_over import Release, release
from jiping.printing.key import fingerprint
from jiping.printing.plan import Batch, cut
from jiping.printing.precheck import ROWS_AT_ONCE, Found, as_csv, look_over
from jiping.printing.proof import drawn, prove
from jiping.printing.record import FILES, RECORDS, Done, done_already, print_batch
from jiping.printing.roster import Asked, Roster, read_roster
from jiping.printing.shelf import shelved
from jiping.statements.renderer import Renderer, characters_of
from jiping.statements.template import Template, load_template

Tell = Callable[[str, int, int], None]
LOOK = Path(str(files("jiping"))) / "packs" / "national" / "statements"
"""The page as the product brings it; a designer copies the folder and changes it."""
EXCEPTIONS, JOB = "exceptions.csv", "job.json"


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
    """A run before its first page: `rows` are those that will be printed."""

    roster: Roster
    template: Template
    renderer: Renderer
    characters: frozenset[str]
    found: Found
    rows: Any
    engine: str


def get_ready(asked: Asked, manner: Manner) -> Ready:
    """Read the roster, cut the fonts, look over every row."""
    roster = read_roster(asked)
    template = load_template(manner.look, roster.facts)
    characters = _characters(roster.rows, manner.processes)
    renderer = Renderer(template, manner.key, characters)
    found = look_over(roster.rows, renderer, manner.processes)
    rows = roster.rows
    if not found.kept.all():
        rows = shelved(rows.filter(found.kept).to_batches(), rows.schema)
    return Ready(roster, template, renderer, characters, found, rows, asked.engine)


def _characters(rows: Any, processes: int) -> frozenset[str]:
    parts = range(0, rows.num_rows, ROWS_AT_ONCE)
    return frozenset().union(*crew.share(lambda at: characters_of(rows.slice(at, ROWS_AT_ONCE)), parts, processes))


def run(asked: Asked, manner: Manner, out: Path, tell: Tell) -> Release:
    """Print every statement of the year into `out`. Raises JipingError when a page does not say what the roster says."""
    tell("查名册", 0, 1)
    ready = get_ready(asked, manner)
    tell("查名册", 1, 1)
    _claim(ready, manner, out)
    durable.write(out / EXCEPTIONS, as_csv(ready.found.exceptions))
    batches = cut(ready.rows, manner.batch)
    done = _printed(ready, batches, manner, out, tell)
    tell("比对", 0, 1)
    prove(ready.rows, ready.template.fields, drawn(done, manner.sample), out / FILES, manner.processes)
    tell("比对", 1, 1)
    return release(ready.rows, ready.found, done, asked.year, out)


def _printed(ready: Ready, batches: tuple[Batch, ...], manner: Manner, out: Path, tell: Tell) -> list[Done]:
    """Return all batches in order; those on the disk already are not printed again."""
    for folder in (FILES, RECORDS, "."):
        durable.sweep(out / folder)
    done = {each.batch.number: each for each in _held(ready.rows, batches, manner, out)}
    left = [each for each in batches if each.number not in done]
    pages = sum(each.batch.count for each in done.values())
    tell("打印", pages, ready.rows.num_rows)
    for each in _press(ready, left, manner, out):
        done[each.batch.number] = each
        pages += each.batch.count
        tell("打印", pages, ready.rows.num_rows)
    return [done[each.number] for each in batches]


def _press(ready: Ready, batches: list[Batch], manner: Manner, out: Path) -> Iterator[Done]:
    """Yield batches as they are printed: by processes of this machine, or on the cluster that computed the roster."""
    if ready.engine == DUCKDB or not batches:
        return crew.share(partial(_print, ready, out), batches, manner.processes)
    from jiping.printing.spark import printed  # noqa: PLC0415 - optional

    look = ready.template, manner.key, ready.characters
    return printed(ready.engine, look, ready.rows, batches, out)


def _held(rows: Any, batches: tuple[Batch, ...], manner: Manner, out: Path) -> Iterator[Done]:
    if not (out / RECORDS).is_dir():
        return
    found = crew.share(lambda batch: done_already(rows, batch, out), batches, manner.processes)
    yield from (each for each in found if each is not None)


def _print(ready: Ready, out: Path, batch: Batch) -> Done:
    return print_batch(ready.renderer, ready.rows.slice(batch.first, batch.count), batch, out)


def _claim(ready: Ready, manner: Manner, out: Path) -> None:
    """Mark the folder as this job's. Raises JipingError when another job's files lie there: two would get mixed."""
    told = json.dumps(_identity(ready, manner), ensure_ascii=False, indent=1).encode()
    path = out / JOB
    if path.is_file() and path.read_bytes() != told:
        raise JipingError(
            "这个文件夹里是另一次打印的结果。",
            why="数据、规则、模板、密钥或每册份数与上次不同，接着打印会新旧混杂。",
            remedy="请用 --out 换一个文件夹；确认上次的作废后，也可以先移走它。",
            place=Place(str(out)),
        )
    if not path.is_file():
        if out.is_dir() and any(
            each.name != JOB for each in out.iterdir() if not each.name.startswith(durable.PARTIAL)
        ):
            raise JipingError(
                "这个文件夹里已经有别的文件。", remedy="请用 --out 指明一个空文件夹。", place=Place(str(out))
            )
        durable.write(path, told)


def _identity(ready: Ready, manner: Manner) -> dict[str, object]:
    look = sha256(ready.template.page + repr((ready.template.fields, ready.template.palette)).encode())
    return {
        "origin": ready.roster.origin,
        "facts": repr(ready.roster.facts),
        "look": look.hexdigest(),
        "key": fingerprint(manner.key),
        "batch": manner.batch,
    }
