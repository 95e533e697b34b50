"""The words of the generators: a draw any version and machine repeats, and numbers every check takes for valid."""

from datetime import date
from hashlib import md5

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.masking import identity_numbers
from jiping.synthetic.county import County
from jiping.synthetic.macros import define_macros

MASK = 2**32 - 1
SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@pytest.fixture(scope="module")
def con() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    define_macros(con, County(seed=7))
    return con


def answer(con: duckdb.DuckDBPyConnection, expression: str) -> object:
    row = con.execute(f"SELECT {expression}").fetchone()
    return row[0] if row else None


def mixed(x: int) -> int:
    return (x ^ x >> 16) * 73244475 & MASK


def drawn(seed: int, key: int, salt: str) -> int:
    salted = md5(f"{seed}/{salt}".encode(), usedforsecurity=False).hexdigest()[:8]
    return mixed(mixed(mixed(key % (2**32 - 5)) ^ int(salted, 16))) % 1_000_000


@given(key=st.integers(0, 2**62), salt=st.text("abc甲乙 丙0123", min_size=1, max_size=8))
def test_a_draw_is_integer_mixing_and_nothing_else(con: duckdb.DuckDBPyConnection, key: int, salt: str) -> None:
    assert answer(con, f"draw({key}, '{salt}')") == drawn(7, key, salt)


def test_draws_are_spread_evenly_and_salts_are_strangers(con: duckdb.DuckDBPyConnection) -> None:
    cells = con.execute("""
        SELECT count(*) FROM range(100000) AS t(n)
        GROUP BY draw(1000000001 + n, 'one') // 100000, draw(1000000001 + n, 'two') // 100000
    """).fetchall()
    assert len(cells) == 100
    assert all(850 < count < 1150 for (count,) in cells)


@given(born=st.dates(date(1950, 1, 1), date(2010, 12, 31)), male=st.booleans(), n=st.integers(0, 5_000))
def test_a_citizen_number_is_valid_and_says_day_and_sex(
    con: duckdb.DuckDBPyConnection, born: date, male: bool, n: int
) -> None:
    number = str(answer(con, f"citizen_number(DATE '{born}', {male}, {n})"))
    assert list(identity_numbers(number)) == [number]
    assert number[:3] == "329"
    assert number[6:14] == f"{born:%Y%m%d}"
    assert int(number[16]) % 2 == int(male)


def test_citizen_numbers_of_one_day_and_sex_differ(con: duckdb.DuckDBPyConnection) -> None:
    several = "citizen_number(DATE '1980-01-01', true, n)"
    assert answer(con, f"(SELECT count(DISTINCT {several}) FROM range(3000) AS t(n))") == 3000


def symbol(body: str) -> str:
    """The last place of a credit code, as GB 32100 computes it."""
    return SYMBOLS[-sum(SYMBOLS.index(each) * pow(3, place, 31) for place, each in enumerate(body)) % 31]


def test_the_reference_knows_a_real_credit_code() -> None:
    assert symbol("91350100M000100Y4") == "3"


@given(n=st.integers(0, 80_000_000))
def test_a_credit_code_passes_both_its_checks(con: duckdb.DuckDBPyConnection, n: int) -> None:
    code = str(answer(con, f"credit_code({n})"))
    assert len(code) == 18
    assert code[17] == symbol(code[:17])
    organ = sum(int(digit) * weight for digit, weight in zip(code[8:16], (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    assert code[16] == "0X987654321"[organ % 11]
