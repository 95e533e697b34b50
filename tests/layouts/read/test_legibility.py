"""What was recognised from a picture with little confidence becomes a doubt, and the doubt forbids computing with it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from builders import YEAR_END
from formats.samples import score_part
from formats.test_scan import ocr, read, scanned
from jiping.checks.run import run
from jiping.domain.document import Block, Cell, Document, Para
from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.place import Place
from jiping.layouts.read.recognise import recognise
from jiping.layouts.read.recognition import Recognition
from jiping.layouts.read.words.vocabulary import vocabulary_of
from jiping.rulepack.load import load_pack
from jiping.scoring.score import evaluate

PACK = load_pack("rugao-2024", YEAR_END)
ROW = ("满意度指标", "满意度指标", "服务对象满意度", "98%", "96%", "10", "9", "问卷 200 份")


def understood(document: Document) -> Recognition:
    return recognise(document, tuple(PACK.layouts.values()), vocabulary_of(PACK))


def seen(unsure: str, sure: str, *, others: str = "1") -> Document:
    """Return a score table as a recogniser would: the cells that hold `unsure` are as sure as `sure`."""
    part = score_part((ROW,))
    blocks = tuple(_seen(block, at, unsure, Decimal(sure), Decimal(others)) for at, block in enumerate(part.blocks))
    return Document((replace(part, blocks=blocks),))


def _seen(block: Block, at: int, unsure: str, sure: Decimal, others: Decimal) -> Block:
    if isinstance(block, Para):
        held = sure if unsure in block.text else others
        return replace(block, place=Place("扫描.pdf", page=1, paragraph=at + 1), confidence=held)
    rows = tuple(
        tuple(_cell(cell, r, c, sure if cell.text == unsure else others) for c, cell in enumerate(row, start=1))
        for r, row in enumerate(block.rows, start=1)
    )
    return replace(block, rows=rows)


def _cell(cell: Cell, row: int, column: int, sure: Decimal) -> Cell:
    return replace(cell, place=Place("扫描.pdf", page=1, table=1, row=row, column=column), confidence=sure)


def doubts(document: Document) -> Sequence[Doubt]:
    (filing,) = understood(document).filings
    return filing.doubts


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("98%", (Figure.TARGET,)),
        ("96%", (Figure.ACTUAL,)),
        ("服务对象满意度", ()),
        ("问卷 200 份", ()),
    ],
)
def test_a_cell_read_without_confidence_is_a_low_doubt_about_its_figure(text: str, figures: tuple[Figure, ...]) -> None:
    (doubt,) = doubts(seen(text, "0.55"))
    assert (doubt.where, doubt.text, doubt.confidence, doubt.figures) == (
        "服务对象满意度",
        text,
        Confidence.LOW,
        figures,
    )
    assert "把握只有 55%" in doubt.why
    assert doubt.place is not None
    assert doubt.place.row is not None


def test_between_the_bounds_a_doubt_is_of_medium_size_and_above_them_there_is_none() -> None:
    assert [each.confidence for each in doubts(seen("96%", "0.85"))] == [Confidence.MEDIUM]
    assert doubts(seen("96%", "0.9")) == ()


def test_a_low_doubt_is_remarked_upon_with_its_place() -> None:
    found = understood(seen("96%", "0.55"))
    assert [each.place for each in found.remarks if "把握只有 55%" in each.message] == [
        found.filings[0].doubts[0].place
    ]


def test_a_doubtful_actual_of_a_scan_is_neither_scored_nor_checked() -> None:
    (filing,) = understood(seen("96%", "0.55")).filings
    evaluation = evaluate(filing, PACK)
    assert evaluation.total is None
    report = run([evaluation])
    assert "RD03" in {each.code for each in report.findings}
    assert "SC01" in {each.code for each in report.not_run}


def test_headings_read_without_confidence_are_no_doubt_about_facts() -> None:
    assert doubts(seen("评分依据", "0.55")) == ()


@ocr
def test_a_clear_scan_leaves_no_doubt_about_its_figures() -> None:
    (filing,) = understood(read(scanned())).filings
    assert [each for each in filing.doubts if each.figures] == []
    assert [(row.level3, row.target, row.actual) for row in filing.rows][-1] == ("服务对象满意度", "98%", "96%")
