"""Read the files a command was given; remarks go to the error stream, so results stay clean for pipes."""

from collections.abc import Sequence
from pathlib import Path

from jiping.cli.aside import say
from jiping.domain.filing import Filing
from jiping.domain.masking import masked
from jiping.use_cases.read import read


def all_filings(files: Sequence[Path], folders: Sequence[Path]) -> list[Filing]:
    """Return the filings of all files in order; the first unreadable file raises, and nothing is half-done."""
    filings: list[Filing] = []
    for path in files:
        reading = read(path, folders)
        for remark in reading.remarks:
            say(f"提请注意：{remark}")
        filings += reading.filings
    return filings


def all_masked(files: Sequence[Path], folders: Sequence[Path]) -> list[Filing]:
    """Return the filings of all files with identity numbers masked, for commands that show them; say so where it was done."""
    filings = tuple(all_filings(files, folders))
    shown = masked(filings)
    if shown is not filings:
        say("提请注意：材料里有身份证号码，这里显示和写出的都已遮去出生日期，原件没有改动。")
    return list(shown)
