"""A filing written to a file and read again is the same filing."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiping.domain.document import Document
from jiping.formats.docx.reader import read as read_docx
from jiping.formats.docx.writer import write as write_docx
from jiping.formats.pdf.reader import read as read_pdf
from jiping.formats.pdf.writer import write as write_pdf
from jiping.formats.txt.reader import read as read_txt
from jiping.formats.xlsx.reader import read as read_xlsx
from jiping.formats.xlsx.writer import write as write_xlsx
from jiping.layouts.draw.page import draw, layout_for
from jiping.layouts.read.recognise import recognise
from layouts.seed import found_facts, read_plain, seed_text, stated_facts
from layouts.test_round_trip import FORMS, known, layout
from strategies import filings

Format = tuple[Callable[[Document], bytes], Callable[[bytes, str], Document]]
FORMATS: dict[str, Format] = {
    "docx": (write_docx, read_docx),
    "xlsx": (write_xlsx, read_xlsx),
    "pdf": (write_pdf, read_pdf),
}


def through(document: Document, name: str) -> Document:
    write, read = FORMATS[name]
    return read(write(document), f"自评.{name}")


@pytest.mark.parametrize("name", FORMATS)
def test_the_six_real_filings_survive_every_format(name: str) -> None:
    for filing in read_plain(seed_text()).filings:
        document = draw(filing, layout_for(filing, known()[0]))
        found = recognise(through(document, name), *known())
        assert found.filings == (filing,)
        assert found.remarks == ()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_generated_filings_survive_every_format(name: str, form: str, data: st.DataObject) -> None:
    filing = data.draw(filings(layout(form)))
    assert recognise(through(draw(filing, layout(form)), name), *known()).filings == (filing,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_encoding_of_a_text_does_not_change_what_it_says(encoding: str, line_end: str) -> None:
    data = seed_text().replace("\n", line_end).encode(encoding)
    assert found_facts(recognise(read_txt(data, "2024.txt"), *known()).filings) == stated_facts()


@pytest.mark.parametrize("name", FORMATS)
def test_everything_read_from_a_file_says_where_it_stands(name: str) -> None:
    filing = read_plain(seed_text()).filings[0]
    found = recognise(through(draw(filing, layout("statement")), name), *known()).filings[0]
    places = [found.place, *(row.place for row in found.rows), *(s.place for _, s in found.narrative.sections())]
    assert all(place is not None and place.file == f"自评.{name}" for place in places)
