"""The worker as a process beside the server: it begins and ends with it."""

import os  # noqa: TID251 - the child is told whose child it is
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 10.0


@contextmanager
def worker_beside() -> Iterator[None]:
    """Run a worker during a `with` block. Should this process be killed, the worker notices between two runs and ends too."""
    words = [sys.executable, "-m", "django", "worker", "--beside", str(os.getpid())]
    worker = subprocess.Popen(words)  # noqa: S603 - our own words
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(_PATIENCE)
