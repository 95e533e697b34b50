"""Every page says what its record says: read by poppler, field by field."""

import re
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiping.statements.columns import BALANCES, MONTHLY
from jiping.statements.fields import Text
from jiping.statements.renderer import Renderer, characters_of, render_one
from programs import run_program
from statements.printed import KEY, RECORD, expected, read_back, table, template

pytestmark = pytest.mark.poppler

RARE = "𬭼䶮㛃𠅤𠀀𠔻𪚥𫝆𬺰"
_COMMON = "陈王李张刘阿卜杜热合曼买提依明社会保险路号幢室一丁七万丈三上下"
_LETTERS = st.sampled_from(_COMMON + RARE + "·0123456789AbC（）-")
_MONEY = st.one_of(st.none(), st.integers(0, 99_999), st.integers(0, 9_999_999_99), st.just(99_999_999_999))


@st.composite
def records(draw: Any) -> dict[str, Any]:
    return {
        **RECORD,
        **{name: draw(_MONEY) for name in (*BALANCES, *MONTHLY)},
        "statement_number": draw(st.integers(1, 10**18 - 1)),
        "name": draw(st.text(_LETTERS, max_size=14)),
        "address": draw(st.one_of(st.none(), st.text(_LETTERS, max_size=60))),
        "employer": draw(st.text(_LETTERS, max_size=40)),
        "paid_months": draw(st.integers(0, 12)),
        "months": draw(st.integers(0, 99_999)),
    }


@given(st.lists(records(), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_page_says_what_its_record_says(rows: list[dict[str, Any]]) -> None:
    statements = table(*rows)
    out = BytesIO()
    done = Renderer(template(), KEY, characters_of(statements)).render_file(statements, out)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "batch.pdf"
        path.write_bytes(out.getvalue())
        pages = read_back(path)
    assert len(pages) == len(rows)
    for sheet, (page, record) in enumerate(zip(pages, rows, strict=True), start=1):
        said = expected(record, sheet, done.codes[sheet - 1])
        assert page == {name: {said[name]} for name in page}


def test_one_statement_is_the_page_of_a_batch(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(render_one(template(), KEY, RECORD))
    (page,) = read_back(path)
    assert page["name"] == {"陈𬭼䶮"}
    assert page["closing"] == {"68,412.36"}
    assert page["base_08"] == {""}


@pytest.mark.parametrize("length", [0, 1, 19, 20, 21, 22, 39, 40, 41, 60, 80])
def test_an_address_of_any_length_is_read_whole(length: int, tmp_path: Path) -> None:
    address = ("江苏省如皋市如城街道中山路1234号" * 5)[:length]
    path = tmp_path / "one.pdf"
    path.write_bytes(render_one(template(), KEY, {**RECORD, "address": address}))
    assert read_back(path)[0]["address"] == {address}


def test_a_number_is_not_broken_between_lines(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    address = "江苏省如皋市如城街道中山路绿地花园甲乙丙12345号"
    path.write_bytes(render_one(template(), KEY, {**RECORD, "address": address}))
    assert "12345号" in run_program("pdftotext", path, "-").split()


@pytest.mark.parametrize("fen", [0, 1, 12345, 99_999_999, 6_841_236_00])
def test_figures_stand_where_their_boxes_begin_or_end(fen: int, tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(render_one(template(), KEY, {**RECORD, "closing": fen, "opening": fen}))
    words = run_program("pdftotext", "-bbox", path, "-")
    said = f"{fen // 100:,}.{fen % 100:02}"
    sides = {
        (float(left), float(right))
        for left, right in re.findall(rf'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>{said}<', words)
    }
    boxes = {field.name: field for field in template().fields if isinstance(field, Text)}
    assert any(left == pytest.approx(boxes["closing"].x, abs=3) for left, _ in sides)
    assert any(right == pytest.approx(boxes["opening"].x + boxes["opening"].width, abs=0.3) for _, right in sides)
