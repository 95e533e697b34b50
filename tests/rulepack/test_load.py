"""Packs resolve for a day along their line of parents; a user's own folder is as good as a built-in one."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jiping.domain.errors import OutsideDates, PackFault
from jiping.rulepack.load import list_packs, load_pack, pack_for, validate_pack
from jiping.rulepack.rules import IndicatorKind
from jiping.rulepack.shelf import BUILT_IN

SOUND = Path(__file__).parent / "sound"
DAY = date(2024, 12, 31)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder that contains the user's pack `sound`, with one threshold of its own."""
    shutil.copytree(SOUND, tmp_path / "sound")
    (tmp_path / "sound" / "thresholds.yaml").write_text(
        "low_execution:\n"
        "- {value: 0.85, from: 2023-01-01, until: 2024-06-30, basis: local_measures, confidence: A, confirmed_on: 2026-11-23}\n"
        "- {value: 0.80, from: 2024-07-01, basis: local_measures, confidence: A, confirmed_on: 2026-11-23}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_folder_of_packs_and_a_pack_folder_give_the_same_rules(own: Path) -> None:
    for folder in (own, own / "sound"):
        pack = load_pack("sound", DAY, [folder])
        assert pack.thresholds["low_execution"] == Decimal("0.80")
        assert pack.lineage == ("sound", "national")


def test_what_a_pack_does_not_say_its_parent_says(own: Path) -> None:
    pack = load_pack("sound", DAY, [own])
    national = load_pack("national", DAY)
    assert pack.grades == national.grades
    assert pack.dated("grades").pack == "national"
    assert pack.layouts == national.layouts


def test_every_value_tells_its_pack_file_line_and_basis(own: Path) -> None:
    pack = load_pack("sound", DAY, [own])
    edition = pack.dated("low_execution")
    assert (edition.pack, edition.file, edition.line) == ("sound", f"{own}/sound/thresholds.yaml", 3)
    assert pack.basis(edition.basis) == "《示例办法》（示财〔2024〕1号）"


def test_the_day_chooses_the_edition(own: Path) -> None:
    assert load_pack("sound", date(2024, 6, 30), [own]).thresholds["low_execution"] == Decimal("0.85")
    assert load_pack("sound", date(2024, 7, 1), [own]).thresholds["low_execution"] == Decimal("0.80")


def test_a_day_outside_every_edition_is_refused_with_the_dates(own: Path) -> None:
    pack = load_pack("sound", date(2022, 12, 31), [own])
    with pytest.raises(OutsideDates, match=r"2023-01-01 至 2024-06-30、2024-07-01 至今"):
        _ = pack.thresholds["low_execution"]


def test_an_entry_no_pack_has_is_refused() -> None:
    with pytest.raises(PackFault, match=r"没有“low_exekution”这一条目"):
        _ = load_pack("national", DAY).thresholds["low_exekution"]


def test_thresholds_are_the_numbers_of_a_pack(own: Path) -> None:
    thresholds = load_pack("sound", DAY, [own]).thresholds
    assert "low_execution" in thresholds
    assert "grades" not in thresholds
    assert len(thresholds) == len(list(thresholds))


def test_an_unknown_pack_is_answered_with_the_known_ones() -> None:
    with pytest.raises(
        PackFault, match=r"没有名为“rugao”的规则包。是否想写“rugao-2024”？.*jiangsu、national、rugao-2024"
    ):
        load_pack("rugao", DAY)


def test_a_pack_may_not_take_the_name_of_a_built_in_one(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "national")
    with pytest.raises(PackFault, match=r"与内置规则包同名"):
        load_pack("national", DAY, [tmp_path])


def test_a_folder_without_packs_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match=r"文件夹里没有规则包"):
        list_packs([tmp_path])
    with pytest.raises(PackFault, match=r"没有 pack.yaml"):
        validate_pack(tmp_path)


def test_the_list_shows_built_in_and_own_packs(own: Path) -> None:
    found = {each.head.name: each.built_in for each in list_packs([own])}
    assert found == {"jiangsu": True, "national": True, "rugao-2024": True, "sound": False}


def test_a_pack_is_resolved_once_for_a_day() -> None:
    assert load_pack("rugao-2024", DAY) is load_pack("rugao-2024", DAY)


def test_validating_reports_one_fault_a_file(own: Path) -> None:
    (own / "sound" / "grades.yaml").write_text("grades: []\n", encoding="utf-8")
    (own / "sound" / "terms.yaml").write_text("local_words: [\n", encoding="utf-8")
    assert len(validate_pack(own / "sound")) == 2


def test_a_file_that_cannot_be_opened_is_told(own: Path) -> None:
    (own / "sound" / "grades.yaml").mkdir()
    with pytest.raises(PackFault, match=r"sound/grades.yaml：文件打不开"):
        load_pack("sound", DAY, [own])


def test_a_parent_may_be_another_pack_of_the_user(own: Path) -> None:
    shutil.copytree(SOUND, own / "child")
    head = (own / "child" / "pack.yaml").read_text(encoding="utf-8")
    head = head.replace("name: sound", "name: child").replace("parent: national", "parent: sound")
    (own / "child" / "pack.yaml").write_text(head, encoding="utf-8")
    (own / "child" / "terms.yaml").unlink()
    pack = load_pack("child", DAY, [own])
    assert pack.lineage == ("child", "sound", "national")
    assert pack.words("local_words") == ("甲", "乙")
    assert validate_pack(own / "child", [own]) == ()


def test_a_scoring_method_knows_where_it_is_written() -> None:
    method = load_pack("rugao-2024", DAY).methods[IndicatorKind.SATISFACTION]
    assert method.place is not None
    text = (BUILT_IN / method.place.file).read_text(encoding="utf-8")
    assert text.splitlines()[(method.place.line or 0) - 1].strip().startswith("satisfaction:")


def test_a_stranger_is_judged_by_the_model_and_a_local_unit_by_its_own_pack() -> None:
    assert pack_for("甲县教育局") == "national"
    assert pack_for("如皋市社会保险基金管理中心") == "rugao-2024"
