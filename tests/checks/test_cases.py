"""Every check against its YAML cases: the file beside the check's name is its specification."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builders import YEAR_END, build_filing, load_cases
from jiping.checks.catalogue import catalogue
from jiping.checks.check import Check, Scope
from jiping.checks.run import Report, run, run_on_fault
from jiping.domain.errors import UnknownForm, UnreadableFile
from jiping.domain.period import Period
from jiping.domain.proof import Proof
from jiping.rulepack.load import load_pack
from jiping.scoring.score import evaluate

HERE = Path(__file__).parent
CHECKS = {f"{each.family}/{each.name}": each for each in catalogue()}
CASES = [
    pytest.param(name, case, id=f"{name}: {title}")
    for name in CHECKS
    if (HERE / f"{name}.yaml").exists()
    for title, case in load_cases(HERE / f"{name}.yaml").items()
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_check_says_what_its_case_expects(name: str, case: dict[str, Any]) -> None:
    report = _report(CHECKS[name], case)
    expected = case["findings"]
    said = [(f.where, f.project, f.message, f.remedy) for f in report.findings]
    assert [where for where, *_ in said] == [each["where"] for each in expected], said
    for finding, each in zip(report.findings, expected, strict=True):
        assert each.get("message", "") in finding.message
        assert each.get("project", finding.project) == finding.project
        assert each.get("severity", finding.severity) == finding.severity
        assert each.get("waived", finding.waiver is not None) == (finding.waiver is not None)
    assert [each.code for each in report.not_run] == case.get("not_run", [])


def _report(check: Check, case: Mapping[str, Any]) -> Report:
    if check.scope is Scope.FILE:
        fault = case["fault"]
        kind = UnreadableFile if fault.get("recognised", True) else UnknownForm
        return run_on_fault(kind(fault["what"], remedy=fault["remedy"]), "材料.docx", [check])
    on: date = case.get("date", YEAR_END)
    pack = load_pack(case.get("pack", "national"), on)
    given = case["filings"] if "filings" in case else [case["filing"]]
    proofs = tuple(map(_proof, case["proofs"])) if "proofs" in case else None
    return run([replace(evaluate(build_filing(each), pack), proofs=proofs) for each in given], [check])


def _proof(told: Mapping[str, Any]) -> Proof:
    period = Period.of_year(told["year"]) if "year" in told else None
    drift = tuple(told.get("drift", ()))
    return Proof(told["row"], told["receipt"], told.get("expected"), period, told.get("fault", ""), drift)


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_has_a_failing_and_a_passing_case(name: str) -> None:
    path = HERE / f"{name}.yaml"
    assert path.exists(), f"{name} has no cases: write tests/checks/{name}.yaml"
    cases = load_cases(path).values()
    assert any(case["findings"] for case in cases), f"{name}: no case in which it speaks"
    assert any(not case["findings"] for case in cases), f"{name}: no case in which it is silent"


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_has_a_whole_page(name: str) -> None:
    each = CHECKS[name]
    assert each.title.endswith("。"), f"{name}: the title is a sentence"
    heads = [line.partition("：")[0] for line in each.page.splitlines() if "：" in line]
    assert [head for head in heads if head in ("为何", "反例", "正例")] == ["为何", "反例", "正例"], name
    assert each.examine.__name__ == each.name, f"{name}: file and function share one name"


def test_every_case_file_belongs_to_a_check() -> None:
    files = {str(path.relative_to(HERE).with_suffix("")) for path in HERE.glob("*/*.yaml")}
    assert files <= set(CHECKS), files - set(CHECKS)
