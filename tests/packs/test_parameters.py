"""Every parameter code reads is in the national pack; that each there is read, `test_packs` holds."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jiping
from jiping.rulepack.reading.source import read_source
from jiping.rulepack.shelf import find_shelves

SOURCES = sorted(Path(jiping.__file__).parent.rglob("*.py"))
NATIONAL = read_source(find_shelves()["national"])
_OF_A_PROGRAMME = re.compile(r"(ps|hb|ce|li|oe|ts|sv|pay)_[a-z_]+")
_READERS = ("words", "table", "setting", "dated")
_PACKS = ("pack", "rules")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def texts(path: Path) -> Iterator[str]:
    return (
        each.value for each in ast.walk(tree(path)) if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )


def asked_of_a_pack(path: Path) -> Iterator[str]:
    """Yield the names in `pack.words("…")`, `rules.table("…")`, `question.pack.thresholds["…"]` and the like."""
    for each in ast.walk(tree(path)):
        match each:
            case ast.Call(ast.Attribute(receiver, reader), [ast.Constant(str(name)), *_]):
                if reader in _READERS and ast.unparse(receiver).rpartition(".")[2] in _PACKS:
                    yield name
            case ast.Subscript(ast.Attribute(_, "thresholds"), ast.Constant(str(name))):
                yield name


def test_what_code_asks_a_pack_for_is_there() -> None:
    asked = {
        name: path.name
        for path in SOURCES
        for name in (*asked_of_a_pack(path), *filter(_OF_A_PROGRAMME.fullmatch, texts(path)))
    }
    assert {name: file for name, file in asked.items() if name not in NATIONAL.entries} == {}
    assert len(asked) > 150  # the walk found them
