"""The short form of `make fuzz`."""

from random import Random  # noqa: TID251  always seeded

import pytest

from fuzz.mutate import mutated
from fuzz.run import attempt, fuzz


def test_damaged_files_are_read_or_refused_in_plain_words() -> None:
    count, failures = fuzz(300, seed=7, processes=2)
    assert count == 300
    assert failures == []


def test_a_seed_makes_the_same_damage_again() -> None:
    assert mutated(b"<a b='1'>x</a>" * 9, Random(3)) == mutated(b"<a b='1'>x</a>" * 9, Random(3))


def test_a_fault_of_a_reader_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_data: bytes, _name: str) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr("fuzz.run.reader_for", lambda _path, _head: broken)
    assert "KeyError" in (attempt("a.txt", b"text") or "")
