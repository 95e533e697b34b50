"""Whoever follows the guide word for word gets what it promises: its files are written and its commands run."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.program import SEED, jiping

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (\S+\.yaml)\n")
DONE = (0, 1)  # 1 tells of findings, and the filings of the guide have some
IN_A_CHECKOUT = {"make demo": "jiping demo --out out/demo"}


def blocks(page: str) -> Iterator[tuple[bool, str]]:
    """Yield the blocks of a page in order: whether it is a file, and its text."""
    for found in BLOCK.finditer((GUIDE / page).read_text(encoding="utf-8")):
        if found[1] != "text":  # a picture of something
            yield found[1] == "yaml", found[2]


def command(line: str) -> list[str]:
    """Return the words after `jiping` of a line of the guide."""
    program, *words = shlex.split(IN_A_CHECKOUT.get(line, line))
    assert program.removeprefix(".venv/bin/") == "jiping", f"not a command of ours: {line}"
    return words


@pytest.mark.parametrize("page", ["packs.md", "survey.md", "tour.md"])
def test_page_works_as_written(page: str, tmp_path: Path) -> None:
    jiping("write", SEED, "--to", "docx", "--out", tmp_path / "seed")
    shutil.copy(min((tmp_path / "seed").iterdir()), tmp_path / "自评.docx")
    told = list(blocks(page))
    assert told
    for is_file, text in told:
        if is_file:
            name = FILE.match(text)
            assert name is not None, f"a file of the guide says in its first line what it is called: {text}"
            (tmp_path / name[1]).parent.mkdir(exist_ok=True)
            (tmp_path / name[1]).write_text(text, encoding="utf-8")
            continue
        for line in text.splitlines():
            done = jiping(*command(line), cwd=tmp_path)
            assert done.returncode in DONE, f"{line}\n{done.stdout}\n{done.stderr}"
            assert "处错误" not in done.stdout, f"{line}\n{done.stdout}"
