"""A run: the roster is read and looked over, cut into print files, printed on all cores, proven and released.

Killed anywhere and run again, it goes on behind the last whole batch; the same input gives the same bytes.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from jiping.printing import durable
from jiping.printing.claim import claim
from jiping.printing.crew import Crew
from jiping.printing.handing_over import Release, release
from jiping.printing.plan import Batch, cut
from jiping.printing.precheck import as_csv
from jiping.printing.proof import drawn, prove
from jiping.printing.ready import LOOK, Manner, Ready, get_ready, identity
from jiping.printing.record import FILES, RECORDS, Done, done_already, print_kept
from jiping.printing.roster import Asked
from jiping.printing.shelf import Shelf, Shelved

__all__ = ["EXCEPTIONS", "LOOK", "Manner", "run"]

Tell = Callable[[str, int, int], None]
EXCEPTIONS = "exceptions.csv"


def run(asked: Asked, manner: Manner, out: Path, tell: Tell) -> Release:
    """Print every statement of the year into `out`. Raises JipingError when a page does not say what the roster says."""
    with Shelf() as shelf, Crew(manner.processes) as crew:
        tell("查名册", 0, 1)
        ready = get_ready(asked, manner, shelf, crew)
        tell("查名册", 1, 1)
        return _run(ready, out, crew, tell)


def _run(ready: Ready, out: Path, crew: Crew, tell: Tell) -> Release:
    rows = ready.kept.rows()
    claim(out, identity(ready))
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
