"""A county on disk: the same for the same words, whole or not at all, never among an office's own files."""

import hashlib
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.synthetic.county import County
from jiping.use_cases import generate as use_case
from jiping.use_cases.generate import generate


def silent(_: str) -> None:
    pass


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_same_words_give_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    generate(County(3_000), tmp_path / "one", silent)
    generate(County(3_000), tmp_path / "two", silent)
    generate(County(3_000, seed=1), tmp_path / "three", silent)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    assert digests(tmp_path / "one")["persons.parquet"] != digests(tmp_path / "three")["persons.parquet"]


def test_a_county_generated_before_is_replaced_whole(tmp_path: Path) -> None:
    generate(County(60), tmp_path / "county", silent)
    (tmp_path / "county" / "old.parquet").write_bytes(b"")
    (tmp_path / "county" / "receipts").mkdir()
    card = generate(County(70), tmp_path / "county", silent)
    assert not (tmp_path / "county" / "old.parquet").exists()
    assert (tmp_path / "county" / "receipts").is_dir()
    assert next(each.rows for each in card.tables if each.name == "persons") == 70
    assert [path.name for path in tmp_path.iterdir()] == ["county"]


def test_other_files_are_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "账目.xlsx").write_bytes(b"1")
    with pytest.raises(JipingError, match="里有别的文件"):
        generate(County(50), tmp_path, silent)
    assert digests(tmp_path) == {"账目.xlsx": hashlib.sha256(b"1").hexdigest()}


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(use_case, "write_canonical", full)
    with pytest.raises(JipingError, match="无法写入"):
        generate(County(50), tmp_path / "county", silent)
    assert list(tmp_path.iterdir()) == []
