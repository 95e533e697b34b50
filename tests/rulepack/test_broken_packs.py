"""One broken file per mistake a pack author can make; its head says which file it stands for and what must be said."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from jiping.domain.errors import PackFault
from jiping.rulepack.load import load_pack, validate_pack

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))
DAY = date(2024, 12, 31)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_is_told_with_file_line_and_what_to_write(path: Path, tmp_path: Path) -> None:
    head = _head(path)
    fault = _fault(path, tmp_path / "sound", head["file"])
    assert fault.place is not None
    assert fault.place.file == f"{tmp_path / 'sound'}/{head['file']}"
    assert str(fault.place.line or "null") == head["line"]
    assert head["says"] in str(fault)
    assert fault.remedy.endswith(("。", "？"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_validating_finds_what_loading_refuses(path: Path, tmp_path: Path) -> None:
    loading = _fault(path, tmp_path / "sound", _head(path)["file"])
    assert str(loading) in [str(fault) for fault in validate_pack(tmp_path / "sound")]


def test_the_pack_they_are_planted_in_is_sound(tmp_path: Path) -> None:
    shutil.copytree(HERE / "sound", tmp_path / "sound")
    assert validate_pack(tmp_path / "sound") == ()
    assert load_pack("sound", DAY, [tmp_path]).words("local_words") == ("甲", "乙")


def _fault(path: Path, folder: Path, stands_for: str) -> PackFault:
    shutil.copytree(HERE / "sound", folder)
    (folder / stands_for).parent.mkdir(exist_ok=True)
    shutil.copyfile(path, folder / stands_for)
    with pytest.raises(PackFault) as raised:
        load_pack("sound", DAY, [folder])
    return raised.value


def _head(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()[:3]
    return {name: said for name, _, said in (line.removeprefix("# ").partition(": ") for line in lines)}
