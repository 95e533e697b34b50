"""A user's own pack folder works without touching the package, and its mistakes are told with file and line."""

from pathlib import Path

from cli.program import SEED, jiping

HEAD = """\
name: mine
title: 某县
region: 某省某县
parent: national
edition: 2025年第1版
description: 沿用全国规则，得分取一位小数。
"""
SCORING = """\
scoring:
- from: 2024-01-01
  basis: practice
  confidence: A
  confirmed_on: 2026-11-23
  rounding: {step: 0.1, mode: half_up}
  by_kind:
    positive: {rule: ratio}
    negative: {rule: reverse_ratio}
    exact: {rule: ratio}
    date: {rule: direct}
    yes_no: {rule: direct}
    qualitative: {rule: ratio}
    satisfaction: {rule: ratio}
    execution: {rule: ratio}
"""


def own_pack(folder: Path, scoring: str = SCORING) -> Path:
    pack = folder / "mine"
    pack.mkdir()
    (pack / "pack.yaml").write_text(HEAD, encoding="utf-8")
    (pack / "scoring.yaml").write_text(scoring, encoding="utf-8")
    return pack


def test_own_pack_scores_beside_the_built_in_ones(tmp_path: Path) -> None:
    pack = own_pack(tmp_path)
    assert jiping("packs", pack).returncode == 0
    done = jiping("score", SEED, "--pack-dir", pack, "--pack", "mine", "--pack", "national", "--explain")
    assert done.returncode == 0, done.stderr
    assert "9.7959… → 四舍五入 9.8" in done.stdout


def test_unknown_scoring_rule_is_told_with_its_line(tmp_path: Path) -> None:
    pack = own_pack(tmp_path, SCORING.replace("positive: {rule: ratio}", "positive: {rule: rato}"))
    done = jiping("packs", pack)
    assert done.returncode == 1
    assert "scoring.yaml 第 8 行：没有名为“rato”的评分规则" in done.stdout


def test_question_outside_the_dates_names_the_dates(tmp_path: Path) -> None:
    pack = own_pack(tmp_path)
    done = jiping("score", SEED, "--pack-dir", pack, "--pack", "mine", "--on", "2023-12-31")
    assert done.returncode == 2
    assert "2024-01-01" in done.stderr
