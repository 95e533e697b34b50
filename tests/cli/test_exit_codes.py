"""0 is clean, 1 is findings, 2 is misuse; and nothing a person types or feeds in ends in a traceback."""

import json
import zipfile
from pathlib import Path

import pytest

from cli.program import SEED, jiping


def test_findings_end_with_one() -> None:
    assert jiping("check", SEED, "--select", "PR01").returncode == 1


def test_no_findings_end_with_zero() -> None:
    assert jiping("check", SEED, "--select", "AR02").returncode == 0


@pytest.mark.parametrize("codes", [["pr01,tg01"], ["PR01，TG01"], ["PR01", "--select", "tg01"]], ids=" ".join)
def test_codes_are_chosen_in_any_case_and_parted_by_commas(codes: list[str]) -> None:
    chosen = jiping("check", SEED, "--select", *codes, "--format", "json")
    assert chosen.returncode == 1, chosen.stderr
    assert {each["code"] for each in json.loads(chosen.stdout)["findings"]} <= {"PR01", "TG01"}


def test_findings_are_written_as_plain_text(tmp_path: Path) -> None:
    file = tmp_path / "意见.txt"
    shown, written = jiping("check", SEED), jiping("check", SEED, "--output", file)
    assert written.returncode == 1, written.stderr
    assert file.read_text(encoding="utf-8") == shown.stdout


def test_findings_below_the_threshold_end_with_zero() -> None:
    assert jiping("check", SEED, "--select", "TY", "--fail-on", "必改").returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["check"],
        ["check", SEED, "--select", "XX"],
        ["check", SEED, "--pack", "rugao"],
        ["check", SEED, "--format", "xlsx"],
        ["explain", "ZZ99"],
        ["score", SEED, "--on", "昨天"],
        ["score", SEED, "--on", "1949-10-01"],
        ["write", SEED, "--to", "doc"],
        ["write", SEED, "--layout", "unknown"],
        ["new", "--project", "示例"],
        ["read", "no-such-file.docx"],
        ["packs", "no-such-folder"],
    ],
    ids=" ".join,
)
def test_misuse_ends_with_two_and_a_way_out(words: list[str], tmp_path: Path) -> None:
    done = jiping(*words, cwd=tmp_path)
    assert done.returncode == 2, done.stdout
    assert "Traceback" not in done.stderr
    assert "办法" in done.stderr or "jiping --help" in done.stderr
    assert list(tmp_path.iterdir()) == [], "nothing half-written is left behind"


def hostile(folder: Path) -> dict[str, Path]:
    """Write one file of every kind of bad input, by name."""
    contents = {
        "empty.docx": b"",
        "empty.txt": b"",
        "text.docx": "不是 Word 文件".encode(),
        "binary.txt": bytes(range(256)) * 40,
        "truncated.xlsx": b"PK\x03\x04" + b"\0" * 200,
        "truncated.pdf": b"%PDF-1.7\n1 0 obj\n<<",
        "nothing.txt": "今天天气很好。\n".encode(),
        "broken.yaml": b"rows: [\n",
        "broken.json": b"[{",
        "other.png": b"\x89PNG\r\n\x1a\n",
    }
    files = {}
    for name, content in contents.items():
        files[name] = folder / name
        files[name].write_bytes(content)
    bomb = folder / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 60_000_000)
    huge = folder / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 2**20)
    return {**files, bomb.name: bomb, huge.name: huge}


def test_hostile_files_end_with_two_a_place_and_a_way_out(tmp_path: Path) -> None:
    for name, path in hostile(tmp_path).items():
        done = jiping("read", path, "--to", "json")
        assert done.returncode == 2, (name, done.stdout, done.stderr)
        assert done.stdout == "", name
        assert name in done.stderr, (name, done.stderr)
        assert "办法" in done.stderr, (name, done.stderr)
