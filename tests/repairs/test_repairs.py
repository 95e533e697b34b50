"""A repair mends what follows from the stated facts, and never a fact."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import build_filing, load_cases
from jiping.checks.catalogue import catalogue
from jiping.checks.run import run
from jiping.domain.filing import Filing
from jiping.domain.value.kinds import Value
from jiping.domain.value.parse import parse_value
from jiping.repairs.run import mend, repairs
from jiping.rulepack.load import load_pack
from jiping.scoring.score import evaluate
from review.batches import NATIONAL
from strategies import filings

CASES = load_cases(Path(__file__).parent / "cases.yaml")
LAYOUTS = tuple(each for each in load_pack("rugao-2024", NATIONAL.as_of).layouts.values() if each.parts)
REPAIRS = {each.name: each for each in repairs()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_repair_does_what_its_case_says(case: Mapping[str, Any]) -> None:
    before = build_filing(case["filing"])
    after = REPAIRS[case["repair"]].mend(evaluate(before, NATIONAL))
    for name, expected in case.get("changes", {}).items():
        assert str(getattr(after, name)) == str(expected)
    if case.get("changes") == {}:
        assert after == before
    assert [str(line.rate) for line in after.funds] == case.get("rates", [str(line.rate) for line in before.funds])
    texts = {name.value: section.text for name, section in after.narrative.sections()}
    assert texts == case.get("texts", {name.value: section.text for name, section in before.narrative.sections()})
    if "values" in case:
        assert [[row.target, row.actual] for row in after.rows] == case["values"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_check_a_repair_answers_is_silent_afterwards(case: Mapping[str, Any]) -> None:
    before = build_filing(case["filing"])
    repair = REPAIRS[case["repair"]]
    after = repair.mend(evaluate(before, NATIONAL))
    answered = [each for each in catalogue() if each.code in repair.codes]
    if after != before:
        assert run([evaluate(before, NATIONAL)], answered).findings
        assert run([evaluate(after, NATIONAL)], answered).findings == ()


def test_bound_figures_still_stand_where_they_are_bound() -> None:
    before = build_filing({"narrative": {"evaluation": "（一）甲\n2、乙,丙\n支出 {{expenditure=6 万元}}。"}})
    after = mend(evaluate(before, NATIONAL))[-1].after.narrative.evaluation
    assert after is not None
    (bound,) = after.bound
    assert after.text[bound.start :].startswith(bound.text)


def test_a_mended_part_mends_its_total() -> None:
    before = build_filing(
        {
            "total_score": "99.8",
            "rows": [{"weight": 90, "score": 90}],
            "funds": [
                {"name": "年度资金总额", "full_year": 60, "executed": 55.2, "rate": 98, "weight": 10, "score": 9.8}
            ],
        }
    )
    after = mend(evaluate(before, NATIONAL))[-1].after
    assert (after.funds[0].rate, after.funds[0].score, after.total_score) == (
        Decimal(92),
        Decimal("9.2"),
        Decimal("99.2"),
    )


def test_a_bound_figure_is_never_edited() -> None:
    before = build_filing({"narrative": {"evaluation": "共{{expenditure=6,0万元}}。"}})
    assert mend(evaluate(before, NATIONAL)) == ()


def test_every_repair_answers_checks_that_exist_and_says_what_it_does() -> None:
    known = {each.code for each in catalogue()}
    assert all(set(each.codes) <= known and each.title.endswith("。") for each in repairs())


UNTIDY = st.sampled_from(
    ["９８％", "≧９０", "１，２６０ 盏", "Ａ 类", "完成（含补印）", "２０２４年１２月", "＞５．５天", "98%"]
)


@st.composite
def untidy(draw: st.DrawFn) -> Filing:
    """Return a filing with full-width values and broken sums, rates and grades among sound ones."""
    filing = draw(filings(draw(st.sampled_from(LAYOUTS))))
    rows = tuple(
        replace(row, target=draw(UNTIDY), actual=draw(UNTIDY), score=draw(st.integers(0, 10).map(Decimal)))
        for row in filing.rows
    )
    return replace(filing, rows=rows, total_score=draw(st.none() | st.integers(0, 100).map(Decimal)), year=2024)


def facts(filing: Filing) -> tuple[object, ...]:
    """Return what a person stated: names, amounts, weights, scores of rows, reasons, and what targets and actuals say."""
    return (
        filing.project,
        filing.unit,
        filing.year,
        filing.expenditure,
        filing.started,
        filing.finished,
        filing.sign_off,
        filing.stated_score,
        filing.stated_satisfaction,
        [(line.name, line.initial, line.full_year, line.executed, line.weight) for line in filing.funds],
        [
            (row.level1, row.level2, row.level3, row.weight, row.score, row.reason, said(row.target), said(row.actual))
            for row in filing.rows
        ],
    )


def said(text: str | None) -> Value:
    return replace(parse_value(text, NATIONAL.lexicon), text="")


@given(untidy())
def test_no_repair_changes_a_stated_fact(filing: Filing) -> None:
    for mended in mend(evaluate(filing, NATIONAL)):
        assert facts(mended.after) == facts(filing)


@given(untidy())
def test_what_is_mended_needs_no_mending(filing: Filing) -> None:
    mended = mend(evaluate(filing, NATIONAL))
    if mended:
        assert mend(evaluate(mended[-1].after, NATIONAL)) == ()


DIGITS = str.maketrans("", "", "0123456789一二三四五六七八九十、．.（）() ，,；;：:？?！!")


@given(untidy())
def test_prose_keeps_all_but_its_numbering_and_marks(filing: Filing) -> None:
    for mended in mend(evaluate(replace(filing, stated_grade=None), NATIONAL)):
        before, after = (
            [section.text.translate(DIGITS) for _, section in each.narrative.sections()]
            for each in (mended.before, mended.after)
        )
        assert before == after


def test_a_repair_never_computes_with_a_figure_read_with_doubt() -> None:
    given = {"total_score": 99, "rows": [{"level3": "册数", "weight": 60, "score": 60}, {"weight": 40, "score": 30}]}
    doubt = {"where": "册数", "text": "6O", "figures": ["score"]}
    assert [each.repair.name for each in mend(evaluate(build_filing(given), NATIONAL))] == ["total_is_sum_of_rows"]
    assert mend(evaluate(build_filing({**given, "doubts": [doubt]}), NATIONAL)) == ()
