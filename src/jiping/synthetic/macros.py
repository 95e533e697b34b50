"""The SQL words every generator may use: a portable draw, and numbers with valid check digits that nobody has."""

import duckdb

from jiping.domain.masking import CHECK_DIGITS, WEIGHTS
from jiping.synthetic.county import County

_MASK = 4294967295
_PRIME = 4294967291
_SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_NO_SUCH_AREA = 329999  # in a province that exists, a county that does not: valid to every check, held by nobody
_ORDERS = 499  # how many persons of one sex born on one day an area code has numbers for


def define_macros(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Define the words below in `con`; all are functions of their arguments and the seed of the county, nothing else.

    `draw(key, salt)` → an integer in [0, 1 000 000). The key is any non-negative integer, the salt any text: one for each
    question asked of a key. Only integer mixing, so that every version and number of threads draws the same.
    `citizen_number(born, male, n)` → 18 digits for the n-th (from 0) person of a sex born on a day.
    `credit_code(n)` → the code of the n-th (from 0) employer.
    `county_year()` → the year of the county.
    """
    for macro in (*_draw(county.seed), *_citizen_number(), *_credit_code(), f"county_year() AS {county.year}"):
        con.execute(f"CREATE OR REPLACE MACRO {macro}")


def _draw(seed: int) -> tuple[str, ...]:
    salted = f"(('0x' || substr(md5(concat({seed}, '/', salt)), 1, 8))::BIGINT)"
    return (
        f"mixed(x) AS (xor(x, x >> 16) * 73244475) & {_MASK}",
        f"draw(key, salt) AS mixed(mixed(xor(mixed(key::BIGINT % {_PRIME}), {salted}))) % 1000000",
    )


def _citizen_number() -> tuple[str, ...]:
    total = " + ".join(f"{weight} * substr(body, {place}, 1)::INTEGER" for place, weight in enumerate(WEIGHTS, 1))
    order = f"lpad((2 * (n % {_ORDERS}) + if(male, 1, 2))::VARCHAR, 3, '0')"
    area = f"({_NO_SUCH_AREA} - n // {_ORDERS})::VARCHAR"
    return (
        f"with_check_digit(body) AS body || substr('{CHECK_DIGITS}', ({total}) % 11 + 1, 1)",
        f"citizen_number(born, male, n) AS with_check_digit({area} || strftime(born, '%Y%m%d') || {order})",
    )


def _credit_code() -> tuple[str, ...]:
    organ = " + ".join(
        f"{weight} * substr(body, {place}, 1)::INTEGER" for place, weight in enumerate((3, 7, 9, 10, 5, 8, 4, 2), 1)
    )
    code = " + ".join(
        f"{3**place % 31} * (instr('{_SYMBOLS}', substr(body, {place + 1}, 1)) - 1)" for place in range(17)
    )
    return (
        f"organ_code(body) AS body || substr('0X987654321', ({organ}) % 11 + 1, 1)",
        f"with_symbol(body) AS body || substr('{_SYMBOLS}', (31 - ({code}) % 31) % 31 + 1, 1)",
        f"credit_code(n) AS with_symbol('91{_NO_SUCH_AREA}' || organ_code(lpad((10000000 + n)::VARCHAR, 8, '0')))",
    )
