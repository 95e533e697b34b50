"""A reading shown on its page: every fact stands coloured at its own cell, and nothing of the file becomes markup."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random  # noqa: TID251 - seeded by layout and format
from typing import cast

import pytest
from lxml import html
from lxml.html import HtmlElement

from jiping.domain.document import Cell, Document, Para, Part, Style, Table
from jiping.domain.doubt import Confidence, Doubt
from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing, FundLine, Indicator
from jiping.domain.money import Money
from jiping.domain.place import Place
from jiping.domain.value.parse import parse_value
from jiping.layouts.read.recognise import recognise
from jiping.layouts.read.recognition import Recognition, Remark, Trace, Traced
from jiping.reports.reading.meaning import meaning
from jiping.reports.reading.page import render
from jiping.use_cases.demo import demo
from jiping.use_cases.packs import reading_vocabulary
from jiping.use_cases.read import read
from jiping.use_cases.show import show
from layouts.seed import EXAMPLE
from layouts.test_round_trip import known
from strangers.form import NAMES, load, page
from strangers.invent import invent
from strangers.test_accuracy import FORMATS, habits

EVIL = '<script>alert("1")</script>'
LEXICON = reading_vocabulary().lexicon
ROW_ROLES = ("level3", "target", "actual", "weight", "score", "reason")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    demo(folder, tell=lambda _: None)
    return folder


@cache
def shown(path: Path) -> HtmlElement:
    return parse(show(path))


def parse(page: bytes) -> HtmlElement:
    return cast("HtmlElement", html.document_fromstring(page))


def found(page: HtmlElement, path: str) -> list[HtmlElement]:
    return cast("list[HtmlElement]", page.xpath(path))


def strings(page: HtmlElement, path: str) -> list[str]:
    return [str(each) for each in cast("list[str]", page.xpath(path))]


def of_class(page: HtmlElement, name: str) -> list[HtmlElement]:
    """Return what has a class, on the paper: neither in the legend nor beside the page."""
    return found(page, f"//*[@class='paper']//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def marked(page: HtmlElement, role: str) -> list[str]:
    """Return the bare words of everything on the paper in the colour of a role, the meaning under it left out."""
    texts = (strings(each, "text()|.//mark//text()") for each in of_class(page, f"r-{role}"))
    return [re.sub(r"\s", "", "".join(each)) for each in texts]


def told(filing: Filing, role: str) -> list[str]:
    values = [getattr(row, role) for row in filing.rows]
    return [re.sub(r"\s", "", str(value)) for value in values if value is not None]


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
@pytest.mark.parametrize("role", ROW_ROLES)
def test_every_cell_of_a_row_is_coloured_by_its_role(documents: Path, kind: str, role: str) -> None:
    path = next(documents.glob(f"01*.{kind}"))
    assert marked(shown(path), role) == told(read(path).filings[0], role)


@pytest.mark.parametrize("role", ROW_ROLES)
def test_every_word_of_a_row_in_plain_text_is_coloured_by_its_role(role: str) -> None:
    facts = "".join("".join(told(filing, role)) for filing in read(EXAMPLE).filings)
    assert "".join(marked(shown(EXAMPLE), role)) == facts


RULED = sorted(FORMATS.keys() - {"level.pdf"})  # without upright rules two texts may share a cell, and its colour


@pytest.mark.parametrize("kind", RULED)
@pytest.mark.parametrize("form", NAMES)
def test_every_value_of_a_strangers_form_is_coloured_once(form: str, kind: str) -> None:
    strange, random = load(form), Random(f"{form}/{kind}")
    clerk = habits(random, strange, kind)
    draw, reader = FORMATS[kind]
    document = reader(draw([page(strange, invent(random, strange.tree), clerk)], clerk), f"{form}.{kind}")
    recognition = recognise(document, *known())
    drawn = parse(render(form, document, recognition, LEXICON))
    for role in ("level3", "actual", "score", "reason"):
        values = [value for filing in recognition.filings for value in told(filing, role) if value]
        assert len(of_class(drawn, f"r-{role}")) == len(values), role


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
def test_identity_title_sections_and_total_are_coloured(documents: Path, kind: str) -> None:
    path = next(documents.glob(f"01*.{kind}"))
    page, filing = shown(path), read(path).filings[0]
    identity = marked(page, "identity")
    assert {filing.project, filing.unit, "2024", "项目支出6万元"} <= {*identity}
    assert marked(page, "title")[0] == filing.title
    assert {"100", "99"} <= {*marked(page, "total")}
    sections = [re.sub(r"\s", "", section.text) for _, section in filing.narrative.sections()]
    assert len(marked(page, "section")) == len(sections)


def test_a_fact_of_the_prose_is_coloured_on_both_lines_it_runs_over() -> None:
    assert {"意度达96%", "自评价得", "分为99分"} <= {*marked(shown(EXAMPLE), "identity")}


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf", "html"])
def test_a_cell_is_explained_in_the_words_of_what_was_understood(documents: Path, kind: str) -> None:
    page = shown(next(documents.glob(f"01*.{kind}")))
    cell = of_class(page, "r-actual")[-1]
    assert cell.get("title") == "第 20 项 服务对象满意度 完成值：百分比 96%"
    assert found(cell, "small")[0].text == "百分比 96%"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("≥50个", "数量 ≥ 50 个"),
        ("98%", "百分比 98%"),
        ("≤90万元", "金额 ≤ 90 万元"),
        ("20-30天", "时长 20 ～ 30 天"),
        ("2022年11月", "日期 2022-11-30"),
        ("是", "是否：是"),
        ("合理", "定性：好"),
        (None, "空白"),
        ("甲方验收后交付使用并移交", "文字，不作比较"),
    ],
)
def test_a_value_is_told_with_kind_bound_and_unit(text: str | None, words: str) -> None:
    assert meaning(parse_value(text, LEXICON)) == words


def test_every_link_arrives_and_every_anchor_is_one_place(documents: Path) -> None:
    for path in (EXAMPLE, *documents.glob("01*.docx"), *documents.glob("01*.pdf")):
        anchors = strings(shown(path), "//@id")
        assert len(anchors) == len({*anchors})
        links = strings(shown(path), "//a/@href")
        assert links
        assert {link.removeprefix("#") for link in links} <= {*anchors}


def test_the_link_of_a_value_leads_to_its_cell(documents: Path) -> None:
    page = shown(next(documents.glob("01*.docx")))
    link = next(each for each in found(page, "//aside//a") if each.text == "百分比 96%")
    target = page.get_element_by_id(link.get("href", "").removeprefix("#"))
    assert "r-actual" in target.get("class", "")


def test_the_page_is_complete_in_itself(documents: Path) -> None:
    for path in (EXAMPLE, *documents.glob("01*.docx")):
        assert not found(shown(path), "//script|//link|//img|//iframe|//object|//@src")
        assert re.search(rb"url\(|@import|https?://", show(path)) is None
        assert show(path) == show(path)


def spot(row: int, column: int) -> Place:
    return Place("a.docx", table=1, row=row, column=column)


def hostile() -> tuple[Document, Recognition]:
    """Return a document and its recognition in which every text is markup."""
    texts = [[EVIL] * 4, [EVIL, f"单位：{EVIL}", EVIL, EVIL]]
    rows = tuple(tuple(Cell(text, place=spot(r, c)) for c, text in enumerate(row)) for r, row in enumerate(texts))
    document = Document(
        (Part(EVIL, (Para(Style.TITLE, (EVIL,), Place("a.docx", paragraph=1)), Table(rows, (0, 0, 0, 0)))),),
        notes=(EVIL,),
    )
    filing = Filing(
        EVIL,
        EVIL,
        2024,
        rows=(Indicator(EVIL, EVIL, EVIL, EVIL, EVIL, reason=EVIL),),
        funds=(FundLine(EVIL, Money.from_wan(Decimal(1))),),
        doubts=(Doubt(EVIL, EVIL, EVIL, Confidence.LOW, spot(0, 1)),),
    )
    traces = (
        Trace(Traced.TITLE, "title", EVIL, Place("a.docx", paragraph=1)),
        Trace(Traced.ROW, "target", EVIL, spot(0, 1), 0),
        Trace(Traced.ROW, "level3", EVIL, spot(0, 0), 0),
        Trace(Traced.FUND, "name", EVIL, spot(1, 0), 0),
        Trace(Traced.FACT, "unit", EVIL, spot(1, 1)),
    )
    return document, Recognition((filing,), (Remark(EVIL, spot(1, 2)),), (traces,))


def test_what_a_file_says_never_becomes_markup() -> None:
    page = render(EVIL, *hostile(), LEXICON)
    assert b"<script" not in page
    assert "".join(parse(page).itertext()).count(EVIL) > 12


def test_a_doubtful_cell_is_hatched_and_its_doubt_listed_with_a_link() -> None:
    page = parse(render("a.docx", *hostile(), LEXICON))
    (cell,) = of_class(page, "doubt")
    assert "r-target" in cell.get("class", "")
    assert f"存疑：{EVIL}" in cell.get("title", "")
    assert cell.get("id") in {href.removeprefix("#") for href in strings(page, "//aside//li//a/@href")}


def test_what_was_not_recognised_stays_plain() -> None:
    page = parse(render("a.docx", *hostile(), LEXICON))
    assert [cell.get("class") for cell in found(page, "//*[@class='paper']//td")][2:4] == [None, None]


def test_letters_that_a_scan_left_unsure_are_hatched() -> None:
    cells = tuple(Cell("5", place=spot(0, at), confidence=sure) for at, sure in enumerate((Decimal("0.4"), Decimal(1))))
    document = Document((Part("", (Table((cells,), (1, 1)),)),))
    page = parse(render("a.pdf", document, Recognition((), ()), LEXICON))
    assert [cell.get("class") for cell in found(page, "//*[@class='paper']//td")] == ["doubt", None]
    assert "没有认出绩效自评价材料" in "".join(page.itertext())


def test_the_number_of_an_identity_card_is_masked() -> None:
    document = Document((Part("", (Para(Style.BODY, ("经办人110101199003078515。",), Place("a.txt", line=1)),)),))
    page = render("a.txt", document, Recognition((), ()), LEXICON).decode()
    assert "经办人110101********8515。" in page


def test_a_file_of_data_has_no_page_to_show(tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="没有版面"):
        show(tmp_path / "a.yaml")
