"""A code proves what a statement says: number, year, months, balance, person; changed, it proves nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.errors import JipingError
from jiping.printing.verifying import Claim, Paper, claim_of, holds, is_of
from jiping.statements.verification import FACTS, UNKNOWN, Vouched, code, payload, persons

KEY = b"a key of the tests, not a secret"
PAPER = Paper(20241, 2024, "1-7,9-12", "68,412.36", "陈 大文", "320622********0021")
(PERSON,) = persons(KEY, [("陈大文", "320622********0021")])
SAID = Vouched(20241, 6841236, 2024, 0b111101111111, PERSON)
said = st.builds(
    Vouched,
    st.integers(1, 10**18 - 1),
    st.integers(0, UNKNOWN - 2),
    st.integers(2000, 2100),
    st.integers(0, 4095),
    st.integers(0, 2**20 - 1),
)


def scanned(vouched: Vouched, key: bytes = KEY) -> Claim:
    return claim_of(payload("JP2:", vouched, code(key, vouched)), Paper(), KEY)


@given(said)
def test_what_was_printed_is_genuine_and_read_back(vouched: Vouched) -> None:
    assert scanned(vouched).vouched == vouched
    assert holds(KEY, scanned(vouched))


@given(said, st.sampled_from(list(FACTS)))
def test_no_fact_can_be_changed_unnoticed(vouched: Vouched, fact: str) -> None:
    changed = replace(vouched, **{fact: getattr(vouched, fact) ^ 1})
    assert not holds(KEY, Claim(changed, scanned(vouched).code))
    assert not holds(KEY, scanned(vouched, KEY[::-1]))


def test_a_typed_code_is_proven_by_the_whole_paper() -> None:
    assert holds(KEY, claim_of(code(KEY, SAID), PAPER, KEY))


@pytest.mark.parametrize(
    "forged",
    [
        {"number": 20242},
        {"year": 2023},
        {"months": "1-12"},
        {"months": ""},
        {"closing": "68,412.37"},
        {"closing": None},
        {"name": "陈大武"},
        {"masked_id": "320622********0022"},
    ],
)
def test_a_paper_altered_in_any_of_them_is_not(forged: dict[str, object]) -> None:
    assert not holds(KEY, claim_of(code(KEY, SAID), replace(PAPER, **forged), KEY))  # type: ignore[arg-type]


def test_a_scanned_statement_is_one_persons() -> None:
    assert is_of(KEY, scanned(SAID), "陈大文", "320622********0021")
    assert not is_of(KEY, scanned(SAID), "陈大武", "320622********0021")


def test_a_claim_tells_what_it_vouches_for() -> None:
    told = scanned(SAID).shown
    assert told == "对账单 20241，2024 年度，缴费 11 个月（1、2、3、4、5、6、7、9、10、11、12 月），储存额 68,412.36 元"
    assert "未公布" in scanned(replace(SAID, closing=UNKNOWN)).shown


def test_letters_are_read_as_they_were_meant() -> None:
    assert claim_of("oi1l-0000", PAPER, KEY).code == "01110000"


@pytest.mark.parametrize(
    ("typed", "wrong", "why"),
    [
        ("123", {}, "不是查验码"),
        ("7F3K-20QX", {"number": None}, "还缺单号，"),
        ("7F3K-20QX", {"months": None}, "还缺缴费月份，"),
        ("7F3K-20QX", {"name": None, "masked_id": None}, "还缺姓名、公民身份号码，"),
        ("7F3K-20QX", {"months": "1-13"}, "不是月份"),
        ("7F3K-20QX", {"months": "九"}, "不是月份"),
        ("7F3K-20QX", {"closing": "一百"}, "不是金额"),
        ("7F3K-20QX", {"closing": "1.005"}, "不是金额"),
    ],
)
def test_half_a_claim_is_refused(typed: str, wrong: dict[str, object], why: str) -> None:
    with pytest.raises(JipingError, match=why):
        claim_of(typed, replace(PAPER, **wrong), KEY)  # type: ignore[arg-type]
