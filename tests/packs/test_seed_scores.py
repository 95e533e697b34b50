"""What the packs make of a satisfaction of 97 % and 96 % against 98 %, worth 10 points: the case that tells them apart."""

import shutil
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jiping.domain.filing import Filing, Indicator
from jiping.rulepack.load import load_pack
from jiping.rulepack.shelf import BUILT_IN
from jiping.scoring.score import evaluate

DAY = date(2024, 12, 31)


@pytest.mark.parametrize(
    ("pack", "actual", "points"),
    [
        ("rugao-2024", "97%", "9"),
        ("rugao-2024", "96%", "9"),
        ("national", "97%", "9.90"),
        ("national", "96%", "9.80"),
        ("jiangsu", "97%", "9.90"),
        ("rugao-2024", "88.2%", "9"),
        ("rugao-2024", "88%", "8"),
    ],
)
def test_a_missed_satisfaction_target_earns_its_share(pack: str, actual: str, points: str) -> None:
    assert _points(pack, actual) == Decimal(points)


@pytest.mark.parametrize(("actual", "points"), [("90%", "10"), ("89.9%", "8"), ("60%", "5"), ("59%", "0")])
def test_the_bands_shown_in_comments_work_once_copied(actual: str, points: str, tmp_path: Path) -> None:
    folder = tmp_path / "banded"
    folder.mkdir()
    head = (
        "name: banded\ntitle: 分档\nregion: 示例\nparent: national\nedition: 第1版\ndescription: 满意度、执行率分档。\n"
    )
    (folder / "pack.yaml").write_text(head, encoding="utf-8")
    shutil.copyfile(BUILT_IN / "national" / "scoring.yaml", folder / "scoring.yaml")
    text = (folder / "scoring.yaml").read_text(encoding="utf-8")
    for kind in ("satisfaction", "execution"):
        text = text.replace(f"    {kind}: {{rule: ratio}}\n    # {kind}:", f"    {kind}:")
    (folder / "scoring.yaml").write_text(text, encoding="utf-8")
    assert _points("banded", actual, [tmp_path]) == Decimal(points)


def _points(pack: str, actual: str, folders: Sequence[Path] = ()) -> Decimal | None:
    row = Indicator("满意度指标", "满意度指标", "服务对象满意度", target="98%", actual=actual, weight=Decimal(10))
    return evaluate(Filing("示例项目", rows=(row,)), load_pack(pack, DAY, folders)).rows[0].points
