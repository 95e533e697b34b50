"""`jiping check` on many files: a bar to watch, a journal to go on from, one report at the end."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

import typer

from jiping.batch.journal import Journal
from jiping.batch.label import label
from jiping.batch.processes.serve import Bounds
from jiping.batch.run import Batch, Engine, Local, collected
from jiping.batch.sources import Listing, Source, list_sources
from jiping.batch.terms import Terms
from jiping.batch.work import prepare
from jiping.checks.run import Report
from jiping.cli.aside import say
from jiping.cli.progress import progress
from jiping.domain.errors import JipingError

_FEW = 20  # files whose remarks and findings a person still reads on a screen
_STOPPED = 2
_WITH_RECORDS = 16 * 2**30  # bytes; the engine reserves far more address space than it uses


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants a batch done; `engine` is a Spark master, None this machine; `journal` None the usual place."""

    processes: int
    seconds: int
    engine: str | None
    journal: Path | None
    resume: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What was found in how many files; `work` knows the files and holds their filings as long as it is at hand."""

    report: Report
    files: int
    work: Batch | None = None

    @property
    def is_few(self) -> bool:
        return self.files <= _FEW


@contextmanager
def batch(files: Sequence[Path], terms: Terms, wishes: Wishes) -> Iterator[Done]:
    """Yield the batch done; its journal is removed once the body has handed the report over."""
    sources = _sources(files)
    prepare(terms)  # a fault of the pack is told before any work begins
    path = wishes.journal or _usual_journal(files)
    with (Journal.resume if wishes.resume else Journal.begin)(path, label(sources, terms)) as journal:
        work = Batch(sources, terms, journal)
        _run(work, wishes)
        _tell_remarks(journal, len(sources))
        yield Done(collected(journal), len(sources), work)
    journal.discard()


def _bounds(terms: Terms, wishes: Wishes) -> Bounds:
    if terms.data is None:
        return Bounds(seconds=wishes.seconds)
    return Bounds(seconds=wishes.seconds, memory=_WITH_RECORDS)


def _run(work: Batch, wishes: Wishes) -> None:
    total = len(work.sources)
    local = Local(min(wishes.processes, total), _bounds(work.terms, wishes))
    try:
        with progress() as tell:
            work.run(_engine(wishes, local), local, tell)
    except KeyboardInterrupt:
        done = sum(number in work.journal for number in range(total))
        _tell_stopped(work, done)
        raise typer.Exit(_STOPPED) from None


def _tell_stopped(work: Batch, done: int) -> None:
    if not done:  # an empty journal does not stay
        say("已停下：一份都还没有做完，没有进度可以接着做。")
        return
    say(f"已停下：{len(work.sources)} 份做完 {done} 份，都记在 {work.journal.path}。")
    say("接着做：运行同样的命令，再加上 --resume。")


def _engine(wishes: Wishes, local: Local) -> Engine:
    if wishes.engine is None:
        return local
    from jiping.batch.spark import Spark

    return Spark(wishes.engine, local.bounds)


def _sources(files: Sequence[Path]) -> tuple[Source, ...]:
    listing = list_sources(files)
    if listing.skipped:
        say(f"没有读：{_counted(listing)}。")
    if not listing.sources:
        raise JipingError("没有找到能读的文件。", remedy="请检查文件夹或压缩包里是否有填报材料。")
    return listing.sources


def _counted(listing: Listing) -> str:
    return "、".join(f"{reason} {count} 个" for reason, count in listing.skipped.most_common())


def _usual_journal(files: Sequence[Path]) -> Path:
    """Return a name in the current folder that is the same whenever the same paths are given."""
    given = "\n".join(str(path.resolve()) for path in files)
    return Path(f"jiping-{sha256(given.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}.journal")


def _tell_remarks(journal: Journal, files: int) -> None:
    remarks = {result.name: result.remarks for result in journal.results() if result.remarks}
    if files <= _FEW:
        for remark in chain.from_iterable(remarks.values()):
            say(f"提请注意：{remark}")
    elif remarks:
        say(f"提请注意：读取时有 {sum(map(len, remarks.values()))} 处没有把握，用 jiping read 逐份查看：")
        for name, doubts in list(remarks.items())[:_FEW]:
            say(f"　　{name}　{len(doubts)} 处")
        if len(remarks) > _FEW:
            say(f"　　……共 {len(remarks)} 份")
