"""`jiping check` on many files: one report, one journal, a way to go on after Ctrl-C."""

import json
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from cli.program import SEED, jiping

UNIT = "如皋市社会保险基金管理中心"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the six filings of two units, and one damaged file between them."""
    folder = tmp_path / "报送材料"
    folder.mkdir()
    text = Path(SEED).read_text(encoding="utf-8")
    (folder / "一.txt").write_text(text, encoding="utf-8")
    (folder / "三.txt").write_text(text.replace(UNIT, "第三号单位"), encoding="utf-8")
    (folder / "二.docx").write_bytes(b"PK\x03\x04" + b"\0" * 99)
    return folder


def findings(output: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(output)["findings"]
    return found


def test_a_folder_is_checked_whole_and_a_damaged_file_is_one_finding(folder: Path, tmp_path: Path) -> None:
    done = jiping("check", folder, "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    assert [each["project"] for each in findings(done.stdout) if each["code"] == "RD01"] == ["报送材料/二.docx"]
    assert {each["unit"] for each in findings(done.stdout)} == {UNIT, "第三号单位", "（未读出填报单位）"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["报送材料"], "a finished batch leaves no journal"


def test_an_archive_says_the_same_as_its_folder(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "报送材料.zip", "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    as_folder = jiping("check", folder, "--format", "json", cwd=tmp_path).stdout
    as_archive = jiping("check", "报送材料.zip", "--format", "json", cwd=tmp_path).stdout
    assert as_archive.replace("报送材料.zip/", "报送材料/") == as_folder


@pytest.mark.parametrize("shape", ["text", "sarif", "html"])
def test_one_and_two_processes_say_the_same(shape: str, folder: Path, tmp_path: Path) -> None:
    one, two = (jiping("check", folder, "--processes", n, "--format", shape, cwd=tmp_path) for n in ("1", "2"))
    assert one.stdout == two.stdout
    assert one.returncode == two.returncode == 1


def test_selected_checks_never_hide_an_unread_file(folder: Path, tmp_path: Path) -> None:
    selected = jiping("check", folder, "--select", "AR02", "--format", "json", cwd=tmp_path)
    assert {each["code"] for each in findings(selected.stdout)} == {"RD01"}
    ignored = jiping("check", folder, "--select", "AR02", "--ignore", "RD01", cwd=tmp_path)
    assert ignored.returncode == 0


def test_what_was_passed_over_is_said(folder: Path, tmp_path: Path) -> None:
    (folder / "照片.jpg").write_bytes(b"x")
    (folder / "~$一.docx").write_bytes(b"x")
    told = jiping("check", folder, cwd=tmp_path).stderr
    assert ".jpg 文件 1 个" in told
    assert "锁文件 1 个" in told


def test_a_folder_with_nothing_to_read_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    done = jiping("check", "空", cwd=tmp_path)
    assert done.returncode == 2
    assert "没有找到能读的文件" in done.stderr


def test_only_what_is_new_is_shown_against_an_earlier_round(folder: Path, tmp_path: Path) -> None:
    assert jiping("check", folder, "--format", "json", "--output", "上轮.json", cwd=tmp_path).returncode == 1
    (folder / "二.docx").rename(folder / "四.docx")
    done = jiping("check", folder, "--format", "json", "--baseline", "上轮.json", cwd=tmp_path)
    assert [each["project"] for each in findings(done.stdout)] == ["报送材料/四.docx"]
    assert "新增 1 条" in done.stderr
    assert "这次没有报送的材料里 1 条" in done.stderr


def test_many_files_are_summed_up_on_a_screen(tmp_path: Path) -> None:
    folder = tmp_path / "许多"
    folder.mkdir()
    for number in range(21):
        (folder / f"{number}.docx").write_bytes(b"PK\x03\x04" + b"\0" * 99)
    shown = jiping("check", folder, cwd=tmp_path).stdout
    assert "许多/0.docx：文件不能读取" in shown
    assert "必改 21 条" in shown
    assert "--format xlsx" in shown


def start(folder: Path, cwd: Path) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "jiping", "check", folder.name, "--format", "json"]
    return subprocess.Popen(words, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603


def lines_in_journal(folder: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in folder.glob("*.journal"))


def test_after_ctrl_c_a_batch_goes_on_and_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    folder = tmp_path / "许多"
    folder.mkdir()
    text = Path(SEED).read_text(encoding="utf-8")
    for number in range(60):
        (folder / f"{number:02d}.txt").write_text(text.replace(UNIT, f"第{number // 2}号单位"), encoding="utf-8")
    whole = jiping("check", folder, "--format", "json", cwd=tmp_path)

    with start(folder, tmp_path) as running:
        while running.poll() is None and lines_in_journal(tmp_path) < 5:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        output, told = running.communicate()
    assert running.returncode == 2, told
    assert output == ""
    assert "接着做" in told
    assert "Traceback" not in told
    done = lines_in_journal(tmp_path) - 1
    assert 4 <= done < 60

    resumed = jiping("check", folder, "--format", "json", "--resume", cwd=tmp_path)
    assert resumed.stdout == whole.stdout
    assert resumed.returncode == whole.returncode
    assert list(tmp_path.glob("*.journal")) == []


def test_ctrl_c_before_anything_is_done_promises_nothing(folder: Path, tmp_path: Path) -> None:
    with start(folder, tmp_path) as running:
        while running.poll() is None and not list(tmp_path.glob("*.journal")):
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate()
    assert "Traceback" not in told
    assert "--resume" not in told or list(tmp_path.glob("*.journal"))


def test_nothing_to_resume_is_told_with_a_way_out(folder: Path, tmp_path: Path) -> None:
    done = jiping("check", folder, "--resume", cwd=tmp_path)
    assert done.returncode == 2
    assert "没有上次的进度" in done.stderr
    assert "办法" in done.stderr
