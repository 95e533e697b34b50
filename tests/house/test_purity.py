"""What no linter sees: the pure rooms open no file and make no float."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "jiping"
PURE = ("domain", "scoring", "checks", "layouts", "drafting", "review", "repairs")
FORBIDDEN = {"open", "float", "print", "input", "eval", "exec"}
VAGUE = {"utils", "helpers", "common", "base", "manager", "core", "misc"}


def modules(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        yield from sorted((SOURCE / room).rglob("*.py"))


@pytest.mark.parametrize("path", modules(*PURE), ids=lambda path: str(path.relative_to(SOURCE)))
def test_pure_rooms_neither_open_files_nor_use_floats(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    floats = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    assert not names & FORBIDDEN, f"{path}: {names & FORBIDDEN}"
    assert not floats, f"{path}: a float literal {floats}; money and points are exact"


def test_the_search_for_impurity_finds_a_float() -> None:
    tree = ast.parse("share = 0.9")
    assert any(isinstance(node, ast.Constant) and isinstance(node.value, float) for node in ast.walk(tree))


def test_no_file_has_a_name_that_says_nothing() -> None:
    vague = [path for path in SOURCE.rglob("*.py") if path.stem in VAGUE]
    assert vague == []


def test_packs_hold_data_only() -> None:
    assert list((SOURCE / "packs").rglob("*.py")) == []
