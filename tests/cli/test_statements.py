"""Statements as a clerk asks for them: samples, the run, one more, a code checked."""

import re
from pathlib import Path

import pytest

from cli.program import jiping
from printing.towns import PEOPLE, lay_out
from programs import run_program

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
    paper = ("--number", "20242", "--year", "2024", "--months", "1-2,4-7,9-12", "--name", "李某丙", "--id", masked)
    claim = ("statements", "verify", code, *paper, "--data", data, "--closing")
    assert jiping(*claim, closing).returncode == 0
    assert jiping(*claim, "1.00").returncode == 1


def test_a_year_nobody_was_insured_in_is_told(tmp_path: Path) -> None:
    data = lay_out(tmp_path / "data")
    done = jiping("statements", "run", "--year", "2019", "--data", data, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "2019 业务年度没有应打印的人员" in done.stderr
    assert not (tmp_path / "out").exists()
