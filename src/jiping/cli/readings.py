"""Read the files a command was given; remarks go to the error stream, so results stay clean for pipes."""

from collections.abc import Sequence
from pathlib import Path

import typer

from jiping.domain.filing import Filing
from jiping.use_cases.read import read


def all_filings(files: Sequence[Path], folders: Sequence[Path]) -> list[Filing]:
    """Return the filings of all files in order; the first unreadable file raises, and nothing is half-done."""
    filings: list[Filing] = []
    for path in files:
        reading = read(path, folders)
        for remark in reading.remarks:
            typer.echo(f"提请注意：{remark}", err=True)
        filings += reading.filings
    return filings
