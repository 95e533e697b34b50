"""No check computes with a figure that was read with doubt: it says so instead, and names the doubt."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import YEAR_END, build_filing
from jiping.checks.catalogue import catalogue
from jiping.checks.check import Check, Scope
from jiping.checks.run import Report, run, run_alike
from jiping.rulepack.load import load_pack
from jiping.scoring.score import Evaluation, evaluate

SOURCE = Path(__file__).parents[2] / "src" / "jiping" / "checks"
SUMMING = ("arithmetic", "weights", "score", "funds")
FIGURES = {"weight", "score", "total_weight", "total_score", "initial", "full_year", "executed", "rate"}
ROWS = [
    {"level3": "印制册数", "target": "100册", "actual": "90册", "weight": 50, "score": 50},
    {"level3": "发放册数", "target": "100册", "actual": "90册", "weight": 50, "score": 50},
]


def evaluation(where: str, *figures: str, **others: Any) -> Evaluation:
    doubts = [{"where": where, "text": "9O册", "figures": list(figures), **others}]
    return scored({"rows": ROWS, "total_score": 90, "doubts": doubts})


def scored(given: Mapping[str, Any]) -> Evaluation:
    return evaluate(build_filing(given), load_pack("national", YEAR_END))


def named(code: str) -> Check:
    return next(each for each in catalogue() if each.code == code)


def asked(code: str, *evaluations: Evaluation) -> Report:
    return run(evaluations, [named(code)])


def test_a_sum_with_a_doubtful_addend_is_not_made_and_the_doubt_is_named_with_its_place() -> None:
    report = asked("AR01", evaluation("印制册数", "score"))
    assert report.findings == ()
    (missed,) = report.not_run
    assert missed.code == "AR01"
    assert "“印制册数”一处读出的“9O册”没有把握（扫描.pdf 第 1 页）" in missed.reason


def test_a_check_is_silenced_only_by_doubts_about_figures_it_rests_on() -> None:
    assert len(asked("AR01", evaluation("印制册数", "target")).findings) == 1
    assert len(asked("AR01", evaluation("印制册数", "score", confidence="medium")).findings) == 1


def test_a_check_of_rows_still_speaks_of_the_rows_that_were_read_well() -> None:
    report = asked("SC02", evaluation("印制册数", "actual"))
    assert [each.where for each in report.findings] == ["发放册数"]
    assert [each.code for each in report.not_run] == ["SC02"]


def test_a_finding_that_does_not_compute_names_the_doubt_about_its_row() -> None:
    row = {"level3": "册数", "target": "１００册", "actual": "90册", "weight": 100}
    doubt = {"where": "册数", "text": "１００册", "figures": ["target"]}
    report = asked("TY10", scored({"rows": [row], "doubts": [doubt]}))
    assert "没有把握" in report.findings[0].message


def test_the_finding_about_the_doubt_itself_names_it_once() -> None:
    (finding,) = asked("RD03", evaluation("印制册数", "actual")).findings
    assert finding.message.count("没有把握") == 1


def test_a_sum_over_a_unit_is_not_made_when_one_filing_is_doubtful() -> None:
    sound = scored({"project": "甲", "rows": ROWS})
    report = asked("SC04", sound, evaluation("印制册数", "score"))
    assert [(each.code, each.project) for each in report.not_run] == [("SC04", "示例项目")]


def test_one_doubtful_filing_does_not_silence_a_comparison_of_many_units() -> None:
    everywhere = next(each for each in catalogue() if each.scope is Scope.ALL and each.rests_on)
    doubtful = evaluation("项目资金", *everywhere.rests_on)
    sound = [scored({"project": name, "unit": name, "rows": ROWS}) for name in ("甲", "乙")]
    report = run_alike(everywhere.code, [doubtful, *sound], [everywhere])
    assert [each.project for each in report.not_run] == ["示例项目"]


@pytest.mark.parametrize("each", [each for each in catalogue() if each.family in SUMMING], ids=lambda each: each.code)
def test_whatever_computes_with_figures_says_which_it_rests_on(each: Check) -> None:
    computed = set(_computed(SOURCE / each.family / f"{each.name}.py"))
    assert each.rests_on or not computed, f"{each.code} 用到 {computed}，却没有声明 rests_on"


def _computed(path: Path) -> Iterator[str]:
    """Yield the figures a module adds, subtracts, multiplies, divides or compares in size."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.BinOp) or (isinstance(node, ast.Compare) and _is_of_size(node)):
            yield from (
                each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute) and each.attr in FIGURES
            )


def _is_of_size(node: ast.Compare) -> bool:
    return any(isinstance(each, ast.Lt | ast.LtE | ast.Gt | ast.GtE | ast.Eq | ast.NotEq) for each in node.ops)
