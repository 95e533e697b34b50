"""Other people's programs the tests look through; a missing one skips with its name, and fails under CI=true."""

import os  # noqa: TID251 - the environment says whether a skip is allowed
import shutil
import subprocess
from pathlib import Path

import pytest


def run_program(name: str, *words: str | Path, home: Path | None = None) -> str:
    """Return what the program printed; it must be installed and succeed."""
    path = shutil.which(name)
    if path is None:
        missing = f"{name} is not installed (tools/system_packages.sh installs it as root)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home or "/nonexistent"), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(  # noqa: S603 - a program found on the path, words of our own
        [path, *map(str, words)], capture_output=True, text=True, check=False, timeout=300, env=environment
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout
