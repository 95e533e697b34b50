"""Statements as a clerk asks for them: samples, the run, one more, a code checked."""

import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest

from cli.program import jiping
from printing.towns import PEOPLE, lay_out
from programs import run_program

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "statements.md"
TYPED = re.compile("`jiping statements verify 7F3K-20QX ([^`]*)`")
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")


@pytest.mark.poppler
def test_from_sample_to_verified_code(tmp_path: Path) -> None:
    data = lay_out(tmp_path / "data")
    asked = ("--year", "2024", "--data", data, "--pack", "national")
    sample = jiping("statements", "preview", *asked, "--count", "5", cwd=tmp_path)
    assert (sample.returncode, bool(re.search("[678] 页", sample.stdout)), "窗口领取" in sample.stdout) == (
        0,
        True,
        True,
    ), sample.stderr
    assert jiping("statements", "preview", *asked, cwd=tmp_path).returncode == 2, "a signed sample is not written over"

    done = jiping("statements", "run", *asked, "--batch", "10", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"{PEOPLE - 4}" in done.stdout
    assert (tmp_path / "对账单" / "ticket.json").exists()
    assert (data / "keys" / "statements.key").stat().st_mode & 0o077 == 0

    assert jiping("statements", "one", "2", *asked, cwd=tmp_path).returncode == 0
    text = run_program("pdftotext", "-raw", tmp_path / "对账单-20242.pdf", "-")
    code, closing = (
        CODE.findall(text)[-1],
        max(re.findall(r"[\d,]+\.\d\d", text), key=lambda each: int(re.sub(r"\D", "", each))),
    )
    (masked,) = set(re.findall(r"\d{6}\*{8}\w{4}", text))
    paper = {"--number": "20242", "--year": "2024", "--months": "1-2,4-7,9-12", "--closing": closing}
    paper |= {"--name": "李某丙", "--id": masked}
    assert verified(code, paper, data) == 0
    assert verified(code, {option: paper[option] for option in options_of_the_guide()}, data) == 0
    assert verified(code, paper | {"--closing": "1.00"}, data) == 1
    half = jiping("statements", "verify", code, "--number", "20242", "--closing", closing, "--data", data)
    assert (half.returncode, "--year、--months、--name、--id" in half.stderr) == (2, True)


def verified(code: str, paper: Mapping[str, str], data: Path) -> int:
    return jiping("statements", "verify", code, *chain.from_iterable(paper.items()), "--data", data).returncode


def options_of_the_guide() -> list[str]:
    """Return what the guide has a clerk copy from the paper beside the code."""
    found = TYPED.search(GUIDE.read_text(encoding="utf-8"))
    assert found is not None
    return re.findall("--[a-z]+", found[1])


def test_a_year_nobody_was_insured_in_is_told(tmp_path: Path) -> None:
    data = lay_out(tmp_path / "data")
    done = jiping("statements", "run", "--year", "2019", "--data", data, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "2019 业务年度没有应打印的人员" in done.stderr
    assert not (tmp_path / "out").exists()
