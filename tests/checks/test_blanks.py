"""No message tells of a blank cell as if something stood in it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders import YEAR_END, build_filing, load_cases
from jiping.checks.run import run
from jiping.domain.filing import Filing
from jiping.exchange.blank import blank
from jiping.exchange.yaml import read
from jiping.rulepack.load import load_pack
from jiping.scoring.score import evaluate

HERE = Path(__file__).parent
PACK = load_pack("national", YEAR_END)
CASES = [
    pytest.param(case, id=f"{path.stem}: {title}")
    for path in sorted(HERE.glob("*/*.yaml"))
    for title, case in load_cases(path).items()
    if "fault" not in case
]


def _faulty(filings: list[Filing]) -> list[str]:
    said = run([evaluate(each, PACK) for each in filings]).findings
    return [f"{each.code} {each.message}" for each in said if "None" in each.message or "“”" in each.message]


def _emptied(filing: Filing) -> Iterator[Filing]:
    """Yield the filing with every column of its table blank in turn, as null and as an empty text."""
    for blanks in ({"target": None}, {"actual": None}, {"target": "", "actual": ""}, {"level3": ""}):
        changes: dict[str, Any] = dict(blanks)
        yield replace(filing, rows=tuple(replace(row, **changes) for row in filing.rows))


@pytest.mark.parametrize("case", CASES)
def test_no_message_of_any_case_shows_a_blank(case: dict[str, Any]) -> None:
    filings = [build_filing(each) for each in (case["filings"] if "filings" in case else [case["filing"]])]
    assert _faulty(filings) == []
    for emptied in zip(*(_emptied(each) for each in filings), strict=True):
        assert _faulty(list(emptied)) == []


@pytest.mark.parametrize("pack", ["national", "rugao-2024"])
def test_a_blank_form_is_told_to_be_blank(pack: str) -> None:
    filings = read(blank(load_pack(pack, YEAR_END), "示例项目"), "空表.yaml")
    assert _faulty(list(filings)) == []
    codes = {each.code for each in run([evaluate(each, PACK) for each in filings]).findings}
    assert "CM01" in codes
    assert codes & {"CM02", "CM03"}
    assert not codes & {"WT03", "WT04"}
