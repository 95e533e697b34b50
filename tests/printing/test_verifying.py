"""A code proves number and balance, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.errors import JipingError
from jiping.printing.verifying import claim_of, holds
from jiping.statements.square import payload
from jiping.statements.verification import UNKNOWN, code

KEY = b"a key of the tests, not a secret"
numbers = st.integers(1, 10**18 - 1)
closings = st.integers(0, UNKNOWN - 2)


@given(numbers, closings)
def test_what_was_printed_is_genuine(number: int, closing: int) -> None:
    printed = code(KEY, number, closing)
    assert holds(KEY, claim_of(printed, number, f"{closing // 100:,}.{closing % 100:02}"))
    assert holds(KEY, claim_of(payload("JP1:", number, closing, printed), None, None))


@given(numbers, closings)
def test_a_higher_balance_or_another_key_is_not(number: int, closing: int) -> None:
    printed = code(KEY, number, closing)
    assert not holds(KEY, claim_of(printed, number, f"{(closing + 1) // 100}.{(closing + 1) % 100:02}"))
    assert not holds(KEY[::-1], claim_of(payload("JP1:", number, closing, printed), None, None))


def test_a_balance_not_known_yet_has_a_code_too() -> None:
    printed = code(KEY, 20241, None)
    assert holds(KEY, claim_of(printed, 20241, None))
    assert not holds(KEY, claim_of(printed, 20241, "0.00"))
    assert claim_of(payload("JP1:", 20241, UNKNOWN, printed), None, None).closing is None


def test_letters_are_read_as_they_were_meant() -> None:
    assert claim_of("oi1l-0000", 1, None).code == "01110000"


@pytest.mark.parametrize(
    ("said", "number", "closing", "why"),
    [
        ("123", 1, None, "不是查验码"),
        ("7F3K-20QX", None, None, "哪一份"),
        ("7F3K-20QX", 1, "一百", "不是金额"),
        ("7F3K-20QX", 1, "1.005", "不是金额"),
    ],
)
def test_half_a_claim_is_refused(said: str, number: int | None, closing: str | None, why: str) -> None:
    with pytest.raises(JipingError, match=why):
        claim_of(said, number, closing)
