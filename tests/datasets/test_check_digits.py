"""GB 11643 and GB 32100: the check digit agrees with the standard's arithmetic, and finds every slip of one sign."""

import ibis
from hypothesis import given
from hypothesis import strategies as st

from jiping.datasets import credit_code, id_number

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def check_digit(digits: str) -> str:
    """Return the check digit as GB 11643 words it: weights 2^(18-i) mod 11 for place i from the left."""
    total = sum(int(digit) * (2 ** (18 - place) % 11) for place, digit in enumerate(digits, 1))
    left = (1 - total) % 11
    return "X" if left == 10 else str(left)


def check_sign(code: str) -> str:
    """Return the check sign as GB 32100 words it: weights 3^(i-1) mod 31."""
    total = sum(SIGNS.index(sign) * 3 ** (place - 1) for place, sign in enumerate(code, 1))
    return SIGNS[(31 - total % 31) % 31]


def id_numbers_sound(*numbers: str) -> list[bool]:
    rows = ibis.memtable({"n": list(range(len(numbers))), "number": list(numbers)})
    found = rows.select("n", sound=id_number.has_check_digit(rows.number)).order_by("n")
    return list(ibis.duckdb.connect().to_pyarrow(found).to_pydict()["sound"])


def credit_codes_sound(*codes: str) -> list[bool]:
    rows = ibis.memtable({"n": list(range(len(codes))), "code": list(codes)})
    found = rows.select("n", sound=credit_code.has_shape(rows.code) & credit_code.has_check_sign(rows.code))
    return list(ibis.duckdb.connect().to_pyarrow(found.order_by("n")).to_pydict()["sound"])


def test_vectors_of_the_standards() -> None:
    assert id_numbers_sound("11010519491231002X", "110105194912310021") == [True, False]
    assert credit_codes_sound("91350100M000100Y43", "91350100M000100Y44") == [True, False]


@given(st.from_regex("[1-9][0-9]{16}", fullmatch=True))
def test_check_digit_is_the_one_the_standard_computes(digits: str) -> None:
    assert id_numbers_sound(*(digits + each for each in "0123456789X")) == [
        each == check_digit(digits) for each in "0123456789X"
    ]


@given(st.from_regex(f"[{SIGNS}]{{2}}[0-9]{{6}}[{SIGNS}]{{9}}", fullmatch=True))
def test_check_sign_is_the_one_the_standard_computes(code: str) -> None:
    assert credit_codes_sound(*(code + each for each in SIGNS)) == [each == check_sign(code) for each in SIGNS]


@given(st.from_regex("[1-9][0-9]{16}", fullmatch=True), st.integers(0, 16), st.integers(1, 9))
def test_a_slip_of_one_digit_is_found(digits: str, place: int, by: int) -> None:
    slipped = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    assert id_numbers_sound(digits + check_digit(digits), slipped + check_digit(digits)) == [True, False]


def test_signs_that_credit_codes_do_not_use_are_refused() -> None:
    assert credit_codes_sound("91350100I000100Y43", "91350100M000100Y4", "") == [False] * 3
