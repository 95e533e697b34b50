"""Killed at any moment and run again, a run ends as if nothing had happened."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jiping.printing.job import Manner, run
from jiping.printing.record import FILES
from jiping.printing.roster import Asked
from printing.test_run import Finished, contents, silent

# every whole file is forced onto the disk, and then its folder: the places where a run can be cut off
DRIVER = """
import multiprocessing, os, signal, sys
from pathlib import Path
from jiping.printing import durable
from jiping.printing.job import Manner, run
from jiping.printing.roster import Asked

data, out, key, batch, last = sys.argv[1:]
left = multiprocessing.get_context("fork").Value("i", int(last))
force = os.fsync

def forced(handle):
    with left.get_lock():
        left.value -= 1
        if left.value < 0:
            os.killpg(os.getpid() if os.getpid() == os.getpgid(0) else os.getpgid(0), signal.SIGKILL)
    force(handle)

durable.os.fsync = forced
run(Asked(2024, Path(data), "national"), Manner(key.encode(), int(batch)), Path(out), lambda *_: None)
"""


def killed(asked: Asked, manner: Manner, out: Path, after: int) -> int:
    """Run until so many files and folders are on the disk; return how the run ended."""
    words = [str(asked.data), str(out), manner.key.decode(), str(manner.batch), str(after)]
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", DRIVER, *words], check=False, start_new_session=True, capture_output=True
    ).returncode


@pytest.mark.parametrize("after", [1, 4, 10, 25, 31])
def test_a_killed_run_goes_on(after: int, finished: Finished, asked: Asked, manner: Manner, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert killed(asked, manner, out, after) == -signal.SIGKILL
    left = {path: path.stat().st_mtime_ns for path in (out / FILES).glob("*.pdf")}
    assert not (out / "ticket.json").exists()
    run(asked, manner, out, silent)
    assert contents(out) == contents(finished[0])
    printed_again = [path for path, written in left.items() if path.stat().st_mtime_ns != written]
    assert len(printed_again) <= manner.processes, "at most the files whose record was not written yet"


def test_a_run_killed_again_and_again_comes_to_its_end(
    finished: Finished, asked: Asked, manner: Manner, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    endings = [killed(asked, manner, out, 6) for _ in range(3)]
    assert endings == [-signal.SIGKILL] * 3
    run(asked, manner, out, silent)
    assert contents(out) == contents(finished[0])
