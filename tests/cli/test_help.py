"""Help is Chinese, complete, and shows an example."""

from pathlib import Path

import pytest

from cli.program import jiping
from jiping.cli import commands

VERBS = sorted(path.stem for path in Path(commands.__file__).parent.glob("[!_]*.py"))
ENGLISH = ("Options", "Arguments", "Usage", "Show this message", "required", "default:")


def test_help_lists_every_verb() -> None:
    shown = jiping("--help").stdout
    assert all(f" {verb} " in shown for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_in_chinese_with_an_example(verb: str) -> None:
    done = jiping(verb, "--help")
    assert done.returncode == 0
    assert f"例：jiping {verb}" in done.stdout
    assert [word for word in ENGLISH if word in done.stdout] == []
