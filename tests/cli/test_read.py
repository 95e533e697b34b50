"""What `read` shows is all that a person needs to see whether a filing was understood."""

from pathlib import Path

import pytest

from cli.program import SEED, jiping
from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.filing import Filing
from jiping.domain.place import Place
from jiping.exchange import json


def test_the_table_stands_below_what_the_text_says_and_states() -> None:
    shown = jiping("read", SEED).stdout
    first = shown[: shown.index("一级指标")]
    assert "四、存在问题\n无。" in first
    assert "自评得分 99　等级 优　满意度 96%" in first


@pytest.mark.parametrize("shape", ["table", "json", "yaml"])
def test_identity_numbers_are_masked_and_said_to_be(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "甲.json"
    path.write_text(json.dumps([Filing("名单110101199003078515号", "某单位", 2024)]), encoding="utf-8")
    done = jiping("read", path, "--to", shape)
    assert "名单110101********8515号" in done.stdout
    assert "110101199003078515" not in done.stdout + done.stderr
    assert "已遮去出生日期" in done.stderr


def test_doubts_stand_below_the_table_with_their_place(tmp_path: Path) -> None:
    doubt = Doubt("满意度", "9G%", "看不清。", Confidence.LOW, Place("扫描.pdf", page=2), (Figure.ACTUAL,))
    path = tmp_path / "甲.json"
    path.write_text(json.dumps([Filing("甲项目", "某单位", 2024, doubts=(doubt,))]), encoding="utf-8")
    shown = jiping("read", path).stdout
    assert "存疑：“满意度”一处读出的“9G%”没有把握（扫描.pdf 第 2 页）。看不清。" in shown
