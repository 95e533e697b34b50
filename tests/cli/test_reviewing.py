"""The reviewer's commands, end to end on the six filings and a file nobody can read."""

import json
import re
from pathlib import Path

import pytest

from cli.program import SEED, jiping


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "报送"
    folder.mkdir()
    (folder / "2024.txt").write_bytes(Path(SEED).read_bytes())
    (folder / "坏.docx").write_bytes(b"not a document")
    return folder


def test_overview_writes_pages_and_workbook(pile: Path, tmp_path: Path) -> None:
    done = jiping("overview", pile, "--out", "总览", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "自评 6 份、没有读出的文件 1 个、单位 1 个" in done.stdout
    assert "未能校核 1 份" in done.stdout
    front = (tmp_path / "总览" / "总览.html").read_text(encoding="utf-8")
    assert "坏.docx" in front
    assert sorted(each.name for each in (tmp_path / "总览").iterdir()) == [
        "单位",
        "总览.html",
        "校核总览.xlsx",
        "页面",
    ]
    unit = (tmp_path / "总览" / "单位" / "0002.html").read_text(encoding="utf-8")
    assert 'href="../../%E6%8A%A5%E9%80%81/2024.txt"' in unit
    assert (tmp_path / "总览" / "单位" / "../../报送/2024.txt").exists()


def test_every_finding_leads_to_a_spot_that_is_drawn(pile: Path, tmp_path: Path) -> None:
    assert jiping("overview", pile, "--out", "总览", cwd=tmp_path).returncode == 0
    out = tmp_path / "总览"
    links = re.findall(r'href="\.\./%E9%A1%B5%E9%9D%A2/([0-9]+\.html)#([^"]+)"', _pages_of(out / "单位"))
    anchors = {path.name: set(re.findall(r'id="([^"]+)"', _pages_of(path))) for path in (out / "页面").iterdir()}
    assert len(links) > 50
    assert [link for link in links if link[1] not in anchors[link[0]]] == []


def test_no_page_is_drawn_when_none_is_wanted(pile: Path, tmp_path: Path) -> None:
    assert jiping("overview", pile, "--out", "总览", "--pages", "0", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "总览" / "页面").exists()
    assert 'href="../../%E6%8A%A5%E9%80%81/2024.txt"' in _pages_of(tmp_path / "总览" / "单位")


def _pages_of(path: Path) -> str:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return "".join(each.read_text(encoding="utf-8") for each in files)


def test_letters_go_to_units_that_are_known(pile: Path, tmp_path: Path) -> None:
    done = jiping("letters", pile, "--out", "函", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [each.suffix for each in (tmp_path / "函").iterdir()] == [".docx"]
    assert "1 份材料不知是哪个单位的" in done.stderr


def test_a_sample_is_drawn_again_from_its_seed(pile: Path, tmp_path: Path) -> None:
    for out in ("一", "二"):
        assert jiping("sample", pile, "--seed", "7", "--out", out, cwd=tmp_path).returncode == 0
    records = [(tmp_path / out / "抽样记录.json").read_bytes() for out in ("一", "二")]
    assert records[0] == records[1]
    assert json.loads(records[0])["coverage"]["units"] == [1, 1]


def test_a_worksheet_goes_out_and_values_come_back(tmp_path: Path) -> None:
    blank = jiping("review", SEED, "--out", "复核", cwd=tmp_path)
    assert blank.returncode == 0, blank.stderr
    assert (tmp_path / "复核" / "复核底稿.xlsx").exists()
    values = tmp_path / "值.yaml"
    values.write_text("- {project: 社保扩面业务经费, indicator: 服务对象满意度, actual: 80%}\n", encoding="utf-8")
    done = jiping("review", SEED, "--values", values, "--out", "复核", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "（99−98）÷99=1.01%" in done.stdout
    assert (tmp_path / "复核" / "复核结果.docx").exists()


def test_fix_previews_first_and_then_writes_a_new_file(tmp_path: Path) -> None:
    preview = jiping("fix", SEED, cwd=tmp_path)
    assert preview.returncode == 1
    assert "（二）绩效目标" in preview.stdout
    written = jiping("fix", SEED, "--output", "新.yaml", cwd=tmp_path)
    assert written.returncode == 0, written.stderr
    assert jiping("fix", "新.yaml", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ["sample", SEED],
        ["letters", SEED, "--to", "exe"],
        ["review", SEED, "--values", SEED],
        ["fix", SEED, "--output", "新.docx"],
        ["overview", "没有的文件夹"],
    ],
    ids=" ".join,
)
def test_misuse_ends_with_two_and_a_way_out(words: list[str], tmp_path: Path) -> None:
    done = jiping(*words, cwd=tmp_path)
    assert done.returncode == 2, done.stdout
    assert "Traceback" not in done.stderr
    assert "办法" in done.stderr or "jiping --help" in done.stderr
