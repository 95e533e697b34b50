"""Every filing read names the file it was read from, whatever its form leaves out."""

from dataclasses import replace

from jiping.domain.place import Place
from jiping.exchange.json import dumps
from jiping.use_cases.demo import RECORDS
from jiping.use_cases.read import read, read_bytes


def test_a_filing_without_a_place_stands_somewhere_in_its_file() -> None:
    homeless = [replace(each, place=None) for each in read(RECORDS).filings]
    data = dumps(homeless).encode()
    assert {each.place for each in read_bytes(data, "归档.zip/自评.json").filings} == {Place("归档.zip/自评.json")}


def test_a_place_that_was_read_is_kept() -> None:
    known = [replace(each, place=Place("原件.docx", table=2)) for each in read(RECORDS).filings]
    assert {each.place for each in read_bytes(dumps(known).encode(), "自评.json").filings} == {
        Place("原件.docx", table=2)
    }
