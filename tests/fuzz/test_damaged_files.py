"""The short form of `make fuzz`."""

import os  # noqa: TID251  the program of its own needs the environment of this one
import subprocess
import sys
from pathlib import Path
from random import Random  # noqa: TID251  always seeded

import pytest

from fuzz.mutate import mutated
from fuzz.run import attempt

ROOT = Path(__file__).parents[2]
PATHS = {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}"}


def test_damaged_files_are_read_or_refused_in_plain_words() -> None:
    # a program of its own, as `make fuzz` is: the bound of memory would count what a test process has loaded besides
    words = [sys.executable, "-m", "fuzz.run", "--count", "300", "--seed", "7"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ | PATHS)  # noqa: S603
    assert (done.returncode, done.stdout) == (0, "读了 300 份损坏的文件，0 份出了岔子。\n"), done.stderr


def test_a_seed_makes_the_same_damage_again() -> None:
    assert mutated(b"<a b='1'>x</a>" * 9, Random(3)) == mutated(b"<a b='1'>x</a>" * 9, Random(3))


def test_a_fault_of_a_reader_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_data: bytes, _name: str) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr("fuzz.run.reader_for", lambda _path, _head: broken)
    assert "KeyError" in (attempt("a.txt", b"text") or "")
