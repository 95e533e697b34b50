"""A risk score is the sum a reviewer can check on paper; nothing waived is in it, nothing unknown passes for clean."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.checks.catalogue import catalogue
from jiping.domain.finding import Severity
from jiping.review.risk import Risk
from jiping.review.weights import UNCHECKED, RiskWeights
from review.batches import ANSWER, NATIONAL, batch, finding, subject

WEIGHTS = RiskWeights(NATIONAL)
HEAD = subject(wan="50")


def risk(*findings: tuple[str, Severity]) -> Risk:
    return batch([HEAD], [finding(HEAD, code, severity) for code, severity in findings]).ranked[0].risk


def test_the_arithmetic_is_spelled_out() -> None:
    found = risk(("AR01", Severity.BLOCK), ("TG03", Severity.WARN))
    assert found.score == (10 * Decimal("1.5") + 2 * Decimal("1.2")) * Decimal(1) * Decimal("1.1")
    assert found.arithmetic == (
        "四则关系必改 1 条×10×1.5=15；目标与完成存疑 1 条×2×1.2=2.4。"
        "意见分 17.4×金额系数 1（100 万元以下）×单位系数 1.1（本单位半数以上自评有必改意见）=19.14"
    )


def test_a_clean_filing_scores_nothing_and_says_so() -> None:
    assert risk().score == 0
    assert risk().arithmetic.startswith("没有意见")


def test_waived_findings_do_not_count() -> None:
    (ranked,) = batch([HEAD], [finding(HEAD, waiver=ANSWER)]).ranked
    assert ranked.risk.score == 0
    assert len(ranked.dossier.waived) == 1


def test_one_rule_counts_only_so_often_and_the_rest_is_told() -> None:
    found = risk(*[("EV01", Severity.WARN)] * 9)
    (term,) = found.terms
    assert (term.found, term.counted) == (9, 3)
    assert "3 条（共 9 条）" in found.arithmetic


def test_every_check_has_a_family_of_its_own_name() -> None:
    assert [each.code for each in catalogue() if WEIGHTS.family(each.code) == WEIGHTS.families["*"]] == []


@pytest.mark.parametrize(
    ("wan", "name"),
    [
        ("1000", "1000 万元以上"),
        ("999.99", "100 至 1000 万元"),
        ("100", "100 至 1000 万元"),
        ("0", "100 万元以下"),
        (None, "未写支出"),
    ],
)
def test_amounts_lie_in_bands(wan: str | None, name: str) -> None:
    assert WEIGHTS.amount(subject(wan=wan).expenditure).name == name


@pytest.mark.parametrize(
    ("score", "band"), [(None, UNCHECKED), (80, "高"), (79, "中"), (30, "中"), (29, "低"), (0, "低")]
)
def test_scores_lie_in_bands(score: int | None, band: str) -> None:
    assert WEIGHTS.band(None if score is None else Decimal(score)) == band


CODES = st.sampled_from([each.code for each in catalogue()])
FINDINGS = st.lists(st.tuples(CODES, st.sampled_from(list(Severity))), max_size=12)


@given(FINDINGS, st.tuples(CODES, st.sampled_from(list(Severity))))
def test_one_more_finding_never_lowers_the_risk(
    findings: list[tuple[str, Severity]], more: tuple[str, Severity]
) -> None:
    before, after = risk(*findings).score, risk(*findings, more).score
    assert before is not None
    assert after is not None
    assert after >= before


@given(FINDINGS)
def test_the_terms_count_every_finding_once(findings: list[tuple[str, Severity]]) -> None:
    assert sum(term.found for term in risk(*findings).terms) == len(findings)
