"""`measure`, `receipt`, `replay` and `evaluate` as a clerk types them, on the demo county of a small size."""

import re
from pathlib import Path

import pytest

from cli.program import SEED, jiping


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the county where the program looks for it when no data are named."""
    folder = tmp_path_factory.mktemp("办公桌")
    assert jiping("generate", "--persons", "1000", "--out", "out/county", cwd=folder).returncode == 0
    return folder


def test_a_figure_is_measured_opened_and_computed_again(desk: Path) -> None:
    measured = jiping("measure", "handbook", "--year", "2024", cwd=desk)
    assert measured.returncode == 0
    found = re.search(r"HB02-2024-[0-9a-f]{12}", measured.stdout)
    assert found
    opened = jiping("receipt", found.group(), "--rows", "--limit", "2", "--sql", cwd=desk)
    assert opened.returncode == 0
    for word in ("手册发放率", "分子：合计", "分母：合计", "SELECT"):
        assert word in opened.stdout
    replayed = jiping("replay", found.group(), cwd=desk)
    assert (replayed.returncode, "一致" in replayed.stdout) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("measure", "手册", "--year", "2024"), "没有名为“手册”的业务"),
        (("measure", "handbook", "--year", "2024", "--data", "没有"), "这里没有业务数据"),
        (("measure", "handbook", "--year", "2024", "--engine", "mysql://"), "不认识的计算引擎“mysql://”"),
        (("receipt", "HB02"), "不是凭据编号"),
        (("replay", "HB02-2024-000000000000"), "没有凭据"),
    ],
)
def test_misuse_ends_in_one_sentence(words: tuple[str, ...], said: str, desk: Path) -> None:
    done = jiping(*words, cwd=desk)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_a_filing_is_filled_and_written_where_asked(desk: Path) -> None:
    done = jiping("evaluate", SEED, "--out", "已计量.yaml", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("总分 ") == 6
    assert "计量凭据" in (desk / "已计量.yaml").read_text(encoding="utf-8")
    assert jiping("evaluate", SEED, "--out", "已计量.yaml", cwd=desk).returncode == 2
