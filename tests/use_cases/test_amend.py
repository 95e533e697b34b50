"""A stranger's file is mended where the fault stands; everything else on its pages stays as its owner drew it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random  # noqa: TID251 - seeded by layout and format

import pytest

from jiping.domain.document import Document, Para
from jiping.domain.filing import Waiver
from jiping.formats.docx.writer import write as to_docx
from jiping.formats.registry import read_file
from jiping.use_cases.changes import changes
from jiping.use_cases.fix import fix, write_fixed
from jiping.use_cases.read import read
from jiping.use_cases.score import score
from jiping.use_cases.write import document
from strangers.form import NAMES, load, page
from strangers.invent import invent
from strangers.test_accuracy import FORMATS, habits

MISTAKEN = Decimal("3.5")


def strange(folder: Path, form: str, name: str, count: int = 1) -> Path:
    """Draw a stranger's file whose filings have a wrong total and a wrong rate."""
    random = Random(f"{form}/{name}")
    drawn = load(form)
    clerk = habits(random, drawn, name)
    pages = []
    for _ in range(count):
        right = invent(random, drawn.tree)
        funds = tuple(replace(each, rate=each.rate and each.rate - 7) for each in right.filing.funds)
        wrong = replace(right.filing, year=2024, total_score=(right.filing.total_score or 0) - MISTAKEN, funds=funds)
        pages.append(page(drawn, replace(right, filing=wrong), clerk))
    path = folder / f"{form}.{name}"
    path.write_bytes(FORMATS[name][0](pages, clerk))
    return path


def texts(document: Document) -> Iterator[str]:
    for part in document.parts:
        for block in part.blocks:
            yield from block.texts if isinstance(block, Para) else (cell.text for row in block.rows for cell in row)


@pytest.mark.parametrize("name", ["docx", "xlsx"])
@pytest.mark.parametrize("form", NAMES)
def test_only_what_is_repaired_changes_in_a_strangers_file(form: str, name: str, tmp_path: Path) -> None:
    source = strange(tmp_path, form, name)
    fixed = [fix(each, "auto") for each in read(source).filings]
    written = write_fixed(fixed, tmp_path / f"新.{name}", source=source)
    pairs = zip(texts(read_file(source)), texts(read_file(written.path)), strict=True)
    changed = [(old, new) for old, new in pairs if old != new]
    assert not written.redrawn
    assert len(changed) == sum(len([*changes(each.mended[0].before, each.evaluation.filing)]) for each in fixed)
    assert read(written.path).filings == tuple(each.evaluation.filing for each in fixed)


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_several_filings_in_one_file_are_mended_in_it(name: str, tmp_path: Path) -> None:
    source = strange(tmp_path, "l02_national", name, count=3)
    fixed = [fix(each, "auto") for each in read(source).filings]
    written = write_fixed(fixed, tmp_path / f"新.{name}", source=source)
    assert [each.total_score for each in read(written.path).filings] == [
        each.evaluation.filing.total_score for each in fixed
    ]


def test_another_format_is_drawn_anew_and_told(tmp_path: Path) -> None:
    source = strange(tmp_path, "l02_national", "docx")
    fixed = [fix(each, "auto") for each in read(source).filings]
    assert write_fixed(fixed, tmp_path / "新.xlsx", source=source).redrawn == "原件不是同一种格式。"


def test_a_form_of_ours_is_drawn_anew_with_the_data_it_carries(tmp_path: Path) -> None:
    source = strange(tmp_path, "l02_national", "docx")
    (wrong,) = [fix(each, "auto") for each in read(source).filings]
    waiver = Waiver("FU04", "已与国库核对", "审核人", date(2025, 3, 1))
    told = replace(wrong.evaluation.filing, waivers=(waiver,), total_score=Decimal(1))
    ours = tmp_path / "我.docx"
    ours.write_bytes(to_docx(document(score(told, "auto"))))
    written = write_fixed([fix(each, "auto") for each in read(ours).filings], tmp_path / "新.docx", source=ours)
    assert "数据" in written.redrawn
    assert read(written.path).filings[0].waivers == (waiver,)
