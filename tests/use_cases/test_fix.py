"""A mended file is new, whole, and says all that the old one said; otherwise there is none."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.filing import Form, FundLine
from jiping.exchange import yaml
from jiping.use_cases.changes import Change, changes
from jiping.use_cases.demo import RECORDS
from jiping.use_cases.fix import fix, write_fixed
from jiping.use_cases.read import read

PACK = "rugao-2024"
FIXED = [fix(each, PACK) for each in read(RECORDS).filings]
(MENDED,) = [each for each in FIXED if each.evaluation.filing.project == "居保转企保参保补助"]


def test_the_difference_shows_what_goes_and_what_comes() -> None:
    numbering = next(each for each in MENDED.mended if each.repair.name == "headings_count_on")
    assert [*changes(numbering.before, numbering.after)] == [Change("正文", "2、绩效目标", "（二）绩效目标")]


def test_a_changed_cell_is_named_in_the_words_of_the_form() -> None:
    before = replace(MENDED.evaluation.filing, funds=(FundLine("年度资金总额", rate=Decimal(98)),))
    after = replace(before, total_score=Decimal(97), funds=(FundLine("年度资金总额", rate=Decimal(92)),))
    assert Change("“年度资金总额”执行率（%）", "98", "92") in [*changes(before, after)]
    assert "得分总计" in [each.where for each in changes(before, after)]


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_all_filings_fit_into_a_file_of_our_own(name: str, tmp_path: Path) -> None:
    path = write_fixed(FIXED, tmp_path / f"新.{name}").path
    assert read(path).filings == tuple(each.evaluation.filing for each in FIXED)


@pytest.mark.parametrize("name", ["docx", "xlsx", "pdf"])
def test_one_filing_is_drawn_anew_and_reads_back_the_same(name: str, tmp_path: Path) -> None:
    path = write_fixed([MENDED], tmp_path / f"新.{name}").path
    (back,) = read(path).filings
    assert back == MENDED.evaluation.filing


def test_a_form_without_room_for_a_fact_is_refused(tmp_path: Path) -> None:
    text = yaml.write(MENDED.evaluation.filing).replace("department:", "department: 某主管部门", 1)
    (told,) = yaml.read(text, "x.yaml")
    with pytest.raises(JipingError, match="写不全"):
        write_fixed([fix(told, PACK)], tmp_path / "新.docx")
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "旧.yaml"
    path.write_text("原件", encoding="utf-8")
    with pytest.raises(JipingError, match="已经存在"):
        write_fixed(FIXED, path)
    assert path.read_text(encoding="utf-8") == "原件"


@pytest.mark.parametrize("name", ["新.exe", "新"])
def test_an_unknown_format_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="不能写成"):
        write_fixed(FIXED, tmp_path / name)


def test_several_filings_do_not_fit_into_one_document(tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="不能写进一份 docx"):
        write_fixed(FIXED, tmp_path / "新.docx")


def test_a_kind_of_filing_the_pack_has_no_form_for_is_sent_to_yaml(tmp_path: Path) -> None:
    (report, *_) = [each for each in read(RECORDS).filings if each.form is Form.REPORT]
    with pytest.raises(JipingError, match="没有") as raised:
        write_fixed([fix(report, "national")], tmp_path / "新.docx")
    assert raised.value.remedy == "请写成 yaml：--output 新文件.yaml。"
