"""No command writes over what it was given, nor over what a person has filled in."""

from pathlib import Path

import pytest

from cli.program import SEED, jiping

COMMANDS = {
    "check": ["check", "自评.txt", "--format", "html", "--output", "自评.txt"],
    "check by another name": ["check", "自评.txt", "--format", "json", "--output", "./x/../自评.txt"],
    "check a baseline": ["check", SEED, "--baseline", "自评.txt", "--format", "json", "--output", "自评.txt"],
    "draft": ["draft", "自评.txt", "--output", "自评.txt"],
    "draft over another file": ["draft", SEED, "--output", "自评.txt"],
    "draft anew": ["draft", "自评.txt", "--redo", "--output", "自评.txt"],
    "new": ["new", "--project", "示例", "--year", "2024", "--output", "自评.txt"],
    "fix": ["fix", "自评.txt", "--output", "自评.txt"],
    "read": ["read", "自评.txt", "--show", "--output", "自评.txt"],
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_an_existing_filing_is_refused_as_output_and_stays_as_it_was(words: list[str], tmp_path: Path) -> None:
    filing = tmp_path / "自评.txt"
    filing.write_bytes(Path(SEED).read_bytes())
    (tmp_path / "x").mkdir()
    done = jiping(*words, cwd=tmp_path)
    assert done.returncode == 2, done.stdout
    assert "自评.txt" in done.stderr
    assert filing.read_bytes() == Path(SEED).read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ["check", SEED, "--format", "json", "--output", "成果"],
        ["read", SEED, "--show", "--output", "成果"],
        ["review", SEED, "--out", "夹"],
        ["write", SEED, "--to", "html", "--out", "夹"],
        ["overview", SEED, "--out", "夹"],
        ["letters", SEED, "--out", "夹"],
        ["sample", SEED, "--seed", "7", "--out", "夹"],
    ],
    ids=lambda words: words[0],
)
def test_results_are_written_over_only_when_forced(words: list[str], tmp_path: Path) -> None:
    assert jiping(*words, cwd=tmp_path).returncode < 2
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = jiping(*words, cwd=tmp_path)
    assert again.returncode == 2, again.stdout
    assert "--force" in again.stderr
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert jiping(*words, "--force", cwd=tmp_path).returncode < 2


def test_a_document_is_not_written_over_the_one_it_was_read_from(tmp_path: Path) -> None:
    assert jiping("write", SEED, "--to", "html", "--out", tmp_path / "甲").returncode == 0
    first = min((tmp_path / "甲").iterdir())
    alone = first.rename(first.with_name(first.name.partition("-")[2]))
    before = alone.read_bytes()
    done = jiping("write", alone, "--to", "html", "--out", tmp_path / "甲")
    assert done.returncode == 2, done.stdout
    assert "不能又作输出" in done.stderr
    assert alone.read_bytes() == before


def test_a_drawn_sample_is_not_drawn_anew_over_the_old_one(tmp_path: Path) -> None:
    drawn = tmp_path / "满意度调查" / "抽样名单.csv"
    drawn.parent.mkdir()
    drawn.write_text("抽好的", encoding="utf-8")
    words = ("survey", "handbook", "--year", "2024", "--seed", "1", "--on", "2024-11-25", "--closes", "2024-12-20")
    done = jiping(*words, "--data", tmp_path, cwd=tmp_path)
    assert (done.returncode, "--force" in done.stderr) == (2, True)
    assert drawn.read_text(encoding="utf-8") == "抽好的"
    assert "这里没有业务数据" in jiping(*words, "--data", tmp_path, "--force", cwd=tmp_path).stderr
