"""A batch is put in order, and nothing in it gets lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.finding import Severity
from jiping.review.weights import UNCHECKED
from review.batches import ANSWER, batch, finding, subject

A, B, C = subject("甲项目"), subject("乙项目"), subject("丙项目", unit="另一单位", wan=None)


def test_the_worst_filing_stands_first() -> None:
    found = batch([A, B], [finding(B), finding(A, "TY01", Severity.HINT)])
    assert [each.dossier.subject.project for each in found.ranked] == ["乙项目", "甲项目"]


def test_equal_risk_is_ordered_by_expenditure() -> None:
    small, large = subject("小", wan="1"), subject("大", wan="99")
    assert [each.dossier.subject for each in batch([small, large]).ranked] == [large, small]


def test_a_filing_that_could_not_be_checked_stands_above_all() -> None:
    unknown = subject("丁项目", unchecked="没有年度。")
    (first, _) = batch([A, unknown], [finding(A)] * 20).ranked
    assert (first.risk.band, first.risk.score) == (UNCHECKED, None)


def test_a_finding_on_a_file_without_a_filing_is_an_unchecked_file() -> None:
    found = batch([A], [finding(B, "RD01")])
    assert found.ranked[0].dossier.subject.project == "乙项目"
    assert found.ranked[0].risk.score is None
    assert found.units[0].unchecked == 1


def test_filings_no_finding_can_tell_apart_share_a_line_that_says_so() -> None:
    (only,) = batch([A, A]).ranked
    assert only.dossier.copies == 2


def test_units_sum_their_filings() -> None:
    found = batch([A, B, C], [finding(A), finding(B), finding(C, "TY01", Severity.HINT)])
    first, second = found.units
    assert (first.unit, len(first.filings), first.findings[Severity.BLOCK]) == ("示例单位", 2, 2)
    assert first.total == sum(each.risk.score or 0 for each in first.filings)
    assert second.expenditure.yuan == 0


def test_rules_count_standing_and_waived_apart() -> None:
    found = batch([A, B], [finding(A), finding(B), finding(B, waiver=ANSWER)])
    (rule,) = found.rules
    assert (rule.code, rule.standing, rule.waived, rule.filings) == ("AR01", 2, 1, 2)
    assert rule.title


SUBJECTS = [A, B, C, subject("戊项目", unit="第三单位", wan="2000")]


@given(
    st.lists(
        st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(["AR01", "TG03", "ZZ99"]), st.booleans()), max_size=20
    )
)
def test_every_finding_is_in_the_overview_exactly_once(told: list[tuple[object, str, bool]]) -> None:
    findings = [finding(of, code, waiver=ANSWER if waived else None) for of, code, waived in told]  # type: ignore[arg-type]
    found = batch(SUBJECTS[:2], findings)
    assert Counter(found.findings()) == Counter(findings)
    assert found.severities.total() + found.waived == len(findings)
    assert sum(sum(counts.values()) for _, counts in found.families) == found.severities.total()


@given(st.permutations(SUBJECTS))
def test_the_order_of_reading_does_not_matter(order: list[object]) -> None:
    findings = [finding(A), finding(C)]
    assert batch(order, findings).ranked == batch(SUBJECTS, findings).ranked  # type: ignore[arg-type]
