"""What the packs must say on given days; the same cases prove that a pack with one altered value would be noticed."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest

from jiping.domain.errors import OutsideDates
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.rulepack.shelf import BUILT_IN
from jiping.rulepack.strict.yaml import read_yaml

RULES = Path(__file__).parent / "rules.yaml"
CASES = cast("dict[str, dict[str, Any]]", read_yaml(RULES.read_bytes(), RULES.name).plain())
ALTERATIONS = [
    ("national", "grades.yaml", "at_least: 90", "at_least: 91"),
    ("national", "grades.yaml", "优秀: 优", "优秀: 良"),
    ("national", "weights.yaml", "产出指标: 50, 效益指标: 30", "产出指标: 40, 效益指标: 40"),
    ("national", "weights.yaml", "until: 2021-08-17", "until: 2021-08-16"),
    ("national", "thresholds.yaml", "value: 0.90", "value: 0.85"),
    ("national", "scoring.yaml", "step: 0.01", "step: 0.1"),
    ("rugao-2024", "weights.yaml", "决策指标: 12, 过程指标: 18", "决策指标: 18, 过程指标: 12"),
    ("rugao-2024", "scoring.yaml", "mode: floor", "mode: half_up"),
]


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_a_pack_says_what_its_case_expects(case: Mapping[str, Any]) -> None:
    assert list(_differences(load_pack(case["pack"], case["date"]), case)) == []


@pytest.mark.parametrize(("name", "file", "found", "altered"), ALTERATIONS)
def test_an_altered_value_is_noticed(name: str, file: str, found: str, altered: str, tmp_path: Path) -> None:
    copy = tmp_path / "altered"
    shutil.copytree(BUILT_IN / name, copy)
    _alter(copy / "pack.yaml", f"name: {name}", "name: altered")
    _alter(copy / file, found, altered)
    cases = [case for case in CASES.values() if case["pack"] == name]
    assert any(_notices(case, tmp_path) for case in cases)


def _notices(case: Mapping[str, Any], folder: Path) -> bool:
    on: date = case["date"]
    try:
        return any(True for _ in _differences(load_pack("altered", on, (folder,)), case))
    except OutsideDates:
        return True


def _alter(path: Path, found: str, altered: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert found in text
    path.write_text(text.replace(found, altered), encoding="utf-8")


def _differences(pack: RulePack, case: Mapping[str, Any]) -> Iterator[str]:
    for score, grade in case.get("grades", {}).items():
        if pack.grades.of(Decimal(score)) != grade:
            yield f"{score} 分为 {pack.grades.of(Decimal(score))}，应为 {grade}"
    for word, grade in case.get("synonyms", {}).items():
        if pack.grades.synonyms[word] != grade:
            yield f"{word} 即 {pack.grades.synonyms[word]}，应为 {grade}"
    for name, value in case.get("thresholds", {}).items():
        if pack.thresholds[name] != Decimal(value):
            yield f"{name} 为 {pack.thresholds[name]}，应为 {value}"
    for entry, basis in case.get("basis", {}).items():
        if pack.dated(entry).basis != basis:
            yield f"{entry} 的依据为 {pack.dated(entry).basis}，应为 {basis}"
    yield from _weight_differences(pack, case)
    if "rounding" in case:
        wanted = (Decimal(case["rounding"]["step"]), case["rounding"]["mode"])
        said = {(method.rounding.step, method.rounding.mode.value) for method in pack.methods.values()}
        if said != {wanted}:
            yield f"取舍为 {said}，应为 {wanted}"


def _weight_differences(pack: RulePack, case: Mapping[str, Any]) -> Iterator[str]:
    if "weights" in case:
        said = {scheme.name: dict(scheme.points) for scheme in pack.weights.schemes}
        if said != case["weights"]:
            yield f"权重为 {said}，应为 {case['weights']}"
