"""Help is Chinese, complete, and shows an example; so is what is said of a slip of the pen."""

import re
from pathlib import Path

import pytest

from cli.program import jiping
from jiping.cli import commands, options
from jiping.formats.registry import readable

FOLDER = Path(commands.__file__).parent
VERBS = sorted(path.stem.rstrip("_") for path in FOLDER.glob("[!_]*.py"))
GROUPS = sorted(path.parent.name for path in FOLDER.glob("[!_]*/__init__.py"))
ACTS = sorted(f"{path.parent.name} {path.stem.rstrip('_')}" for path in FOLDER.glob("*/[!_]*.py"))
ENGLISH = ("Options", "Arguments", "Usage", "Show this message", "required", "default:", "<list", "<bool", "TEXT")
ENGLISH_SENTENCE = re.compile("[A-Za-z]{2,} [a-z]{2,}")
SLIPS = {
    "check 自评.docx --format pdf": "可写 text、json",
    "check 自评.docx --seconds 0": "应为不小于 1 的整数",
    "new --project 甲 --year 今年": "应为整数",
    "check": "缺少参数 文件…",
    "read 没有.docx": "没有这个文件或文件夹",
    "read 文件夹.docx": "这是文件夹，不是文件",
    "read 自评.docx": "请把扩展名改成 txt",
    "read 自评.zzz": "yaml、json",
    "draft 自评.yaml --output 文件夹.docx": "这是文件夹，不是文件",
}


def test_help_lists_every_verb() -> None:
    shown = jiping("--help").stdout
    assert all(f" {verb} " in shown for verb in (*VERBS, *GROUPS))


@pytest.mark.parametrize("group", GROUPS)
def test_help_of_a_group_lists_its_verbs(group: str) -> None:
    shown = jiping(group, "--help").stdout
    assert all(f" {act.split()[1]} " in shown for act in ACTS if act.startswith(f"{group} "))


@pytest.mark.parametrize("verb", [*VERBS, *ACTS])
def test_every_verb_explains_itself_in_chinese_with_an_example(verb: str) -> None:
    done = jiping(*verb.split(), "--help")
    assert done.returncode == 0
    assert f"例：jiping {verb}" in done.stdout
    assert [word for word in ENGLISH if word in done.stdout] == []


@pytest.mark.parametrize("verb", [None, *VERBS, *GROUPS, *ACTS])
def test_help_is_whole_on_a_narrow_screen(verb: str | None) -> None:
    shown = jiping(*(verb or "").split(), "--help", columns=80).stdout
    assert [line for line in shown.splitlines() if re.search("… *│$", line)] == []


@pytest.mark.parametrize("words", SLIPS)
def test_a_slip_of_the_pen_is_told_in_chinese(words: str, tmp_path: Path) -> None:
    (tmp_path / "文件夹.docx").mkdir()
    (tmp_path / "自评.docx").write_text("这是文字。", encoding="utf-8")
    (tmp_path / "自评.zzz").write_text("这是文字。", encoding="utf-8")
    jiping("new", "--project", "甲", "--year", "2024", "--output", "自评.yaml", cwd=tmp_path)
    told = jiping(*words.split(), cwd=tmp_path).stderr.replace("jiping --help", "")
    assert SLIPS[words] in told
    assert ENGLISH_SENTENCE.search(told) is None, told


def test_every_readable_format_is_listed() -> None:
    listed = set(options.READABLE.replace("（含扫描）", "").split("、"))
    assert listed | {"htm"} == set(readable())
