"""Run the program as a person does, in a process of its own."""

import subprocess
import sys
from pathlib import Path

from jiping.use_cases.demo import RECORDS

SEED = str(RECORDS)


def jiping(*words: str | Path, cwd: Path | None = None, columns: int = 140) -> subprocess.CompletedProcess[str]:
    """Return what `jiping` with these words printed, and its exit code."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "jiping", *map(str, words)],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=False,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": str(columns), "LC_ALL": "C.UTF-8"},
    )
