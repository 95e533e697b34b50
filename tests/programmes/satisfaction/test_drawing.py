"""Who is asked: in proportion, each person once, the same whenever and wherever it is drawn again."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines import SPARK, require_spark
from jiping.programmes.satisfaction.drawing import draw, seats

Frame = Sequence[tuple[int, str]]
PEOPLE = st.lists(
    st.tuples(st.integers(1, 2**40), st.sampled_from(["示例镇一", "示例镇二", "示例街道一", "示例街道二"])),
    unique_by=lambda row: row[0],
    min_size=1,
    max_size=40,
)


def table(people: Frame) -> ibis.Table:
    schema = {"person": "int64", "stratum": "string"}
    return ibis.memtable([{"person": person, "stratum": stratum} for person, stratum in people], schema=schema)


def rows(expression: ibis.Table) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in ibis.duckdb.connect().to_pyarrow(expression).to_pylist()]


def order(person: int, seed: str) -> tuple[int, int]:
    def stirred(x: int) -> int:
        return ((x ^ x >> 16) * 73244475) & 0xFFFFFFFF

    salt = int(sha256(seed.encode()).hexdigest()[:8], 16)
    return stirred(stirred(stirred(person % 4294967291) ^ salt)), person


def reference(people: Frame, size: int, seed: str) -> set[tuple[int, str]]:
    """The draw by hand: whole shares first, one more to the largest remainders, then the first of each stratum."""
    size = min(size, len(people))
    strata = Counter(stratum for _, stratum in people)
    exact = {name: Fraction(count * size, len(people)) for name, count in strata.items()}
    given_seats = {name: int(share) for name, share in exact.items()}
    left = size - sum(given_seats.values())
    for name in sorted(exact, key=lambda name: (-(exact[name] - int(exact[name])), name))[:left]:
        given_seats[name] += 1
    drawn: set[tuple[int, str]] = set()
    for name, count in given_seats.items():
        own = sorted((row for row in people if row[1] == name), key=lambda row: order(row[0], seed))
        drawn.update(own[:count])
    return drawn


@settings(max_examples=25)
@given(people=PEOPLE, size=st.integers(0, 45), seed=st.text("0123甲", min_size=1))
def test_a_draw_is_the_one_done_by_hand(people: Frame, size: int, seed: str) -> None:
    assert set(rows(draw(table(people), size, seed))) == reference(people, size, seed)


@settings(max_examples=10)
@given(people=PEOPLE, size=st.integers(1, 20))
def test_the_order_of_the_list_does_not_matter(people: Frame, size: int) -> None:
    backwards = list(reversed(people))
    assert set(rows(draw(table(people), size, "7"))) == set(rows(draw(table(backwards), size, "7")))


def test_another_seed_draws_others() -> None:
    people = [(person, "示例镇一") for person in range(1, 200)]
    assert set(rows(draw(table(people), 20, "1"))) != set(rows(draw(table(people), 20, "2")))


def test_every_stratum_has_its_share_of_the_sample() -> None:
    people = [(n, "大镇" if n <= 700 else "小镇") for n in range(1, 1001)]
    assert sorted(rows(seats(table(people), 384))) == [("大镇", 700, 269), ("小镇", 300, 115)]


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")  # another project's
def test_spark_draws_the_same() -> None:
    require_spark()
    from jiping.datasets.engine import open_engine

    people = [(n * 7919, f"示例镇{n % 5}") for n in range(1, 500)]
    there = open_engine(SPARK, {}, {}).backend.to_pyarrow(draw(table(people), 83, "2024")).to_pylist()
    assert {tuple(row.values()) for row in there} == reference(people, 83, "2024")
