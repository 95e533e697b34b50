"""What no paper has room for comes back from the attachment; what is visible wins; what no form holds is named."""

from dataclasses import replace
from datetime import date

import pytest

from builders import build_filing
from jiping.domain.document import Attachment
from jiping.domain.filing import Filing
from jiping.exchange.json import dumps
from jiping.formats.registry import writer_for
from jiping.scoring.complete import complete
from jiping.scoring.score import Evaluation
from jiping.use_cases.attached import NAME, with_attached
from jiping.use_cases.demo import PACK, RECORDS
from jiping.use_cases.read import Reading, read, read_bytes
from jiping.use_cases.score import score
from jiping.use_cases.unheld import unheld
from jiping.use_cases.write import document

FORMATS = ["docx", "xlsx", "pdf", "html"]


def whole() -> Filing:
    """A filing that says everything a statement has a place for, and what it has none for."""
    return build_filing(
        {
            "started": "2024年1月",
            "finished": "2024年12月",
            "expenditure": "11",
            "funds": [
                {"initial": "10", "full_year": "12.5", "executed": "11", "rate": "88", "weight": 10, "score": 8},
                {"name": "其中：其他资金", "full_year": "2.5", "executed": "1"},
            ],
            "narrative": {
                "overview": "项目支出11万元。",
                "evaluation": "已开展自评。",
                "performance": "满意度96%。",
                "problems": "排队较长。",
                "measures": "增设窗口。",
            },
            "rows": [
                {"level3": "台数", "target": "≥50台", "actual": "50台", "weight": 80, "evidence": ["验收单；3份"]},
                {"level3": "满意度", "target": "98%", "actual": "96%", "weight": 10, "reason": "排队较长"},
            ],
            "waivers": [{"code": "TG01", "reason": "已说明", "person": "经办人", "on": date(2025, 3, 31)}],
        }
    )


def read_back(evaluation: Evaluation, kind: str, layout: str | None = None) -> Reading:
    return read_bytes(writer_for(kind)(document(evaluation, layout)), f"自评.{kind}")


@pytest.mark.parametrize("kind", FORMATS)
def test_waivers_evidence_funds_and_satisfaction_come_back(kind: str) -> None:
    evaluation = score(whole(), PACK)
    written, reading = complete(evaluation), read_back(evaluation, kind)
    (filing,) = reading.filings
    assert (filing.waivers, filing.rows, filing.funds) == (written.waivers, written.rows, written.funds)
    assert (filing.stated_satisfaction, reading.remarks) == ("96%", ())


@pytest.mark.parametrize("kind", FORMATS)
def test_a_document_nobody_touched_is_not_called_changed(kind: str) -> None:
    for filing in read(RECORDS).filings:
        assert read_back(score(filing, PACK), kind).remarks == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"actual": "90%"}, "“满意度”完成值 96% → 90%"),
        ({"actual": None}, "“满意度”完成值 96% → 空白"),
        ({"reason": "另有原因"}, "“满意度”评分依据 排队较长 → 另有原因"),
        ({"actual": " ９６％"}, None),
    ],
)
def test_the_visible_cell_wins_and_a_change_is_told(changed: dict[str, str | None], said: str | None) -> None:
    source = whole()
    rows = (source.rows[0], replace(source.rows[1], **changed))  # type: ignore[arg-type]
    shown = replace(source, rows=rows, waivers=())
    (filing,), remarks = with_attached([shown], attached(source))
    assert filing.rows == rows
    assert filing.waivers == source.waivers
    assert remarks == ([] if said is None else [f"导出后改过：示例项目 {said}。"])


def test_an_attachment_of_another_project_is_left_alone() -> None:
    shown = replace(whole(), project="另一项目", waivers=())
    assert with_attached([shown], attached(whole())) == ((shown,), [])


def test_a_damaged_attachment_is_told_and_the_visible_text_read() -> None:
    damaged = Attachment(NAME, "application/json", b"[{")
    assert with_attached([whole()], damaged) == ((whole(),), ["附在文件里的自评表数据已损坏，只按看得见的文字读取。"])


def test_what_a_form_has_no_place_for_is_named() -> None:
    filing = whole()
    months = ["项目开始时间", "项目完成时间"]
    assert unheld(filing, document(score(filing, PACK), "statement")) == []
    assert unheld(filing, document(score(filing, PACK), "report")) == months
    page = document(score(filing, "national"), "self-evaluation")
    assert unheld(filing, page) == [*months, "评价情况", "存在问题", "整改措施"]


def test_the_six_filings_lose_nothing_on_their_own_forms() -> None:
    for filing in read(RECORDS).filings:
        assert unheld(filing, document(score(filing, PACK))) == []


def attached(filing: Filing) -> Attachment:
    return Attachment(NAME, "application/json", dumps([filing]).encode())
