"""What a form shows must come back from it, in every field."""

from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiping.domain.document import Table, grid
from jiping.domain.filing import Filing
from jiping.domain.layout import Layout
from jiping.layouts.draw.page import draw, layout_for
from jiping.layouts.read.recognise import recognise
from jiping.layouts.read.words.vocabulary import Vocabulary, vocabulary_of
from jiping.rulepack.load import load_pack
from strategies import filings

FORMS = ("statement", "report", "self-evaluation")


@cache
def known() -> tuple[Sequence[Layout], Vocabulary]:
    pack = load_pack("rugao-2024", date(2024, 12, 31))
    return tuple(pack.layouts.values()), vocabulary_of(pack)


def layout(name: str) -> Layout:
    return next(each for each in known()[0] if each.name == name)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_drawn_filing_is_recognised_whole(name: str, data: st.DataObject) -> None:
    filing = data.draw(filings(layout(name)))
    assert recognise(draw(filing, layout(name)), *known()).filings == (filing,)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_position_of_a_drawn_table_is_covered_once(name: str, data: st.DataObject) -> None:
    document = draw(data.draw(filings(layout(name))), layout(name))
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Table):
                assert len(grid(block)) == len(block.rows)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_filing_is_drawn_on_the_form_it_was_read_from(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FORMS))
    filing: Filing = data.draw(filings(layout(name)))
    assert layout_for(filing, known()[0]) is layout(name)
