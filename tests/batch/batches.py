"""Small batches for tests: filings as JSON files, and what the checks say of them one way or another."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jiping.batch.journal import Journal
from jiping.batch.label import label
from jiping.batch.processes.serve import Bounds
from jiping.batch.run import Batch, Engine, Local, Tell, collected
from jiping.batch.sources import Source, list_sources
from jiping.batch.terms import Terms
from jiping.checks.run import Report
from jiping.domain.filing import Filing
from jiping.exchange import json
from jiping.use_cases.check import choose
from jiping.use_cases.demo import RECORDS
from jiping.use_cases.read import read

TERMS = Terms("rugao-2024", None, (), tuple(each.code for each in choose()))
BOUNDS = Bounds(seconds=5)


def filings(units: int) -> list[Filing]:
    """Return the six real filings as those of several units, unit by unit."""
    known = read(RECORDS).filings
    return [replace(each, unit=f"第{unit}号单位") for unit in range(units) for each in known]


def folder_of(given: Sequence[Filing], folder: Path) -> Path:
    """Write every filing into a file of its own and return the folder."""
    folder.mkdir()
    for number, filing in enumerate(given):
        (folder / f"{number:03d}.json").write_text(json.dumps([filing]), encoding="utf-8")
    return folder


def silent(what: str, done: int, total: int) -> None:
    """Tell nobody how far a batch is."""


def examined(
    sources: Sequence[Source], journal: Path, *, processes: int = 2, engine: Engine | None = None, tell: Tell = silent
) -> Report:
    """Return what a batch says, begun anew."""
    local = Local(processes, BOUNDS)
    with Journal.begin(journal, label(sources, TERMS)) as kept:
        Batch(sources, TERMS, kept).run(engine or local, local, tell)
        return collected(kept)


def sources_in(folder: Path) -> tuple[Source, ...]:
    return list_sources([folder]).sources
