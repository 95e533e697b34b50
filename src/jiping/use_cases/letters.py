"""Write each unit of a batch its return letter."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.finding import Severity
from jiping.formats.registry import writable, writer_for
from jiping.reports.batch.letter import letter
from jiping.review.overview import Overview, UnitLine
from jiping.use_cases.file_name import file_name
from jiping.use_cases.output import put


def addressees(batch: Overview) -> tuple[UnitLine, ...]:
    """Return the units to write to, worst first; a filing that names no unit has nobody to write to."""
    calling = [Severity(word) for word in batch.weights.pack.words("letter_callers")]
    return tuple(line for line in _known(batch) if line.unchecked or any(line.findings[each] for each in calling))


def spared(batch: Overview) -> int:
    """Return how many units have findings, but none grave enough for a letter."""
    return sum(bool(line.findings.total()) for line in _known(batch)) - sum(
        bool(line.findings.total()) for line in addressees(batch)
    )


def _known(batch: Overview) -> Iterator[UnitLine]:
    return (line for line in batch.units if line.filings[0].dossier.subject.names_unit)


def nameless(batch: Overview) -> int:
    """Return how many filings there are whose unit is not known."""
    return sum(not each.dossier.subject.names_unit for each in batch.ranked)


def require_writable(formats: Iterable[str]) -> None:
    """Raise JipingError for a format no letter can be written in."""
    for name in formats:
        if name not in writable():
            raise JipingError(f"不能写成“{name}”。", remedy=f"能写的格式是：{'、'.join(writable())}。")


def write_letters(
    batch: Overview,
    formats: Iterable[str],
    out: Path,
    sent: date | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> tuple[Path, ...]:
    """Write a letter in every format to each unit with something to mend or to hand in again; return the paths.

    Letters are numbered in the order of the units, worst first. `sent` is the day they bear, None leaves it
    to be filled in. `tell` hears the unit now being written to.
    """
    wanted = tuple(formats)
    require_writable(wanted)
    written: list[Path] = []
    for number, line in enumerate(addressees(batch), start=1):
        tell(line.unit)
        page = letter(line.unit, line.filings, batch.weights.pack, sent)
        stem = f"{number:04d}-{file_name(line.unit)}"
        ready = [(out / f"{stem}.{name}", writer_for(name)(page)) for name in wanted]
        written += [put(path, content) for path, content in ready]
    return tuple(written)
