"""A check of one row is asked once for rows that say the same, and its answer is never lent to another row."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from builders import YEAR_END, build_filing
from jiping.checks import plan
from jiping.checks.check import Check, Objection, Scope
from jiping.checks.run import run
from jiping.domain.evidence import Evidence
from jiping.domain.filing import Indicator
from jiping.domain.finding import Severity
from jiping.domain.place import Place
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation, RowScore, evaluate

PACK = load_pack("national", YEAR_END)


class Listener:
    """A check of rows that objects to each and remembers whom it was asked about."""

    def __init__(self) -> None:
        self.heard: list[Indicator] = []
        self.check = Check("ZZ01", Severity.HINT, "practice", Scope.ROW, "", "", "test", "listener", self.examine)

    def examine(self, scored: RowScore, _: RulePack) -> Iterator[Objection]:
        self.heard.append(scored.row)
        yield Objection(message=f"目标值 {scored.row.target}。", remedy="请核对。")


def filed(*rows: Indicator) -> Evaluation:
    return evaluate(replace(build_filing({}), rows=rows), PACK)


ROW = Indicator(
    "产出指标", "数量指标", "培训人数", "50人", "53人", Decimal(10), Decimal(10), place=Place("甲.docx", row=1)
)
ELSEWHERE = replace(ROW, place=Place("乙.docx", row=9))


def test_rows_that_say_the_same_are_asked_about_once_and_answered_each_in_its_place() -> None:
    listener = Listener()
    report = run([filed(ROW), filed(ELSEWHERE)], [listener.check])
    assert listener.heard == [ROW]
    assert [(each.where, each.place) for each in report.findings] == [
        ("培训人数", ROW.place),
        ("培训人数", ELSEWHERE.place),
    ]


@pytest.mark.parametrize(
    "other",
    [
        replace(ROW, level1="效益指标"),
        replace(ROW, level2="质量指标"),
        replace(ROW, level3="参训人数"),
        replace(ROW, target="60人"),
        replace(ROW, actual="49人"),
        replace(ROW, weight=Decimal(9)),
        replace(ROW, score=Decimal(9)),
        replace(ROW, reason="签到表"),
        replace(ROW, evidence=(Evidence("签到表"),)),
    ],
)
def test_rows_that_differ_in_any_cell_are_asked_about_each(other: Indicator) -> None:
    listener = Listener()
    run([filed(ROW, other)], [listener.check])
    assert listener.heard == [ROW, other]


@pytest.mark.parametrize("figure", ["NaN", "sNaN"])
def test_a_figure_that_is_no_number_is_judged_like_any_other(figure: str) -> None:
    listener = Listener()
    assert len(run([filed(replace(ROW, score=Decimal(figure)))], [listener.check]).findings) == 1


def test_no_more_rows_are_remembered_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "_ROWS_KEPT", 3)
    listener = Listener()
    rows = [replace(ROW, target=f"{number}人") for number in range(8)]
    asked = plan.plan_of(PACK, (listener.check,))
    assert len(list(asked.objections(filed(*rows).rows))) == len(rows)
    assert len(asked._memory) <= 3
