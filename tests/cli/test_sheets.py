"""What a terminal shows of a filing leaves out nothing that enters its total."""

from rich.console import RenderableType

from builders import build_filing
from jiping.cli.screen import page
from jiping.cli.sheets import filing_sheet, score_sheet
from jiping.scoring.score import evaluate
from review.batches import NATIONAL

FILING = build_filing(
    {
        "rows": [{"level3": "培训人数", "target": "100人", "actual": "100人", "weight": 90, "score": 90}],
        "funds": [{"name": "年度资金总额", "full_year": 60, "executed": 55.2, "rate": 92, "weight": 10, "score": 9.2}],
    }
)


def shown(sheet: RenderableType) -> str:
    screen = page()
    screen.print(sheet)
    return screen.export_text()


def test_a_filing_is_shown_with_its_budget() -> None:
    (line,) = [each for each in shown(filing_sheet(FILING)).splitlines() if "年度资金总额" in each]
    assert line.split() == ["年度资金总额", "60", "55.2", "92", "10", "9.2"]


def test_the_points_of_the_budget_are_derived_like_those_of_a_row() -> None:
    text = shown(score_sheet([evaluate(FILING, NATIONAL)], explain=True))
    assert "55.2 万元 ÷ 60 万元 × 10 = 9.2" in text
