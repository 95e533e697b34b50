"""An answer is taken only where it answers something, and works once it is written."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import build_filing
from jiping.domain.errors import JipingError
from jiping.domain.filing import Waiver
from jiping.use_cases.check import check, check_named
from jiping.use_cases.read import read
from jiping.use_cases.waive import waive, write_waived

FILING = build_filing(
    {"project": "示例项目", "rows": [{"level3": "服务对象满意度", "target": "98%", "actual": "98\t%"}]}
)
ANSWER = Waiver("ty11", "原件如此", "填报人", date(2025, 3, 31))


def test_an_answered_finding_is_waived_from_then_on(tmp_path: Path) -> None:
    path = write_waived(waive([FILING], ANSWER, "national"), tmp_path / "新.yaml")
    (finding,) = check(read(path).filings, "national", checks=[check_named("TY11")]).findings
    assert finding.waiver == ANSWER


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (replace(ANSWER, reason=" "), "没有写理由"),
        (replace(ANSWER, person=""), "没有写理由或说明人"),
        (replace(ANSWER, where="别处"), "没有这样的意见"),
        (replace(ANSWER, code="AR03"), "没有这样的意见"),
    ],
)
def test_an_answer_that_answers_nothing_is_refused(answer: Waiver, told: str) -> None:
    with pytest.raises(JipingError, match=told):
        waive([FILING], answer, "national")


def test_a_form_has_no_room_for_answers(tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="没有地方写说明"):
        write_waived([FILING], tmp_path / "新.docx")
